package de.kim.allocation.write;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Places out of turn, from the proposal to the round that gives them. */
public interface Overrides {
    /** Keeps it with the reason, in words, of who proposes it. */
    void keep(HardshipProposal proposal, String reason);

    /**
     * The proposal that waits for a second person.
     *
     * @throws de.kim.kit.refusal.Refused with OVERRIDE_NOT_FOUND when there is none, or it was
     *     approved
     */
    HardshipProposal open(UUID overrideId);

    /** A second person agreed, for this reason in words. */
    void approved(UUID overrideId, String body, String account, String reason, Instant at);

    /** Those that no round has given yet, in the order in which they were approved. */
    List<ApprovedOverride> approved();

    /**
     * It is given up before a round gave it.
     *
     * @throws de.kim.kit.refusal.Refused with OVERRIDE_NOT_FOUND when there is none, or a round
     *     gave it
     */
    void withdrawn(UUID overrideId, Instant at);

    /** A round could not give it, for this reason; the next one tries again. */
    void waits(UUID overrideId, String code);
}
