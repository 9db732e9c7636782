package de.kim.allocation.write;

import de.kim.rules.HardshipOverride;

/**
 * A place out of turn that a second person agreed to and that no round has given yet.
 *
 * @param secondBody the body of the second person
 * @param secondAccount the second person
 */
public record ApprovedOverride(HardshipProposal proposal, String secondBody, String secondAccount) {
    HardshipOverride decision() {
        return new HardshipOverride(
                proposal.referralId(),
                proposal.courseId(),
                proposal.section(),
                proposal.condition().name(),
                proposal.account(),
                secondAccount);
    }
}
