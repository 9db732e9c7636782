package de.kim.rules;

import de.kim.rules.InvalidRound.Code;
import java.util.UUID;

/**
 * A hardship decision: this person gets a place in this course before the round is held. It never
 * takes a place that somebody holds or has accepted.
 *
 * @param section number of the section to be entered; another than the recommended one is a
 *     deviation from the placement test, which the condition has to give the reason for
 * @param condition the stated condition, in words; it is published with the decision
 * @param decidedBy who decided, as an opaque id of a person or their body
 * @param confirmedBy the second person, somebody else
 * @throws InvalidRound when the condition is empty or nobody else confirms it
 */
public record HardshipOverride(
        UUID referralId,
        UUID courseId,
        int section,
        String condition,
        String decidedBy,
        String confirmedBy) {
    public HardshipOverride {
        InvalidRound.require(!condition.isBlank(), Code.OVERRIDE_NOT_JUSTIFIED, "no condition");
        InvalidRound.require(
                !decidedBy.isBlank() && !confirmedBy.isBlank() && !decidedBy.equals(confirmedBy),
                Code.OVERRIDE_NOT_JUSTIFIED,
                "no second person");
    }
}
