package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;

/**
 * A place out of turn that one person proposes and another one is to approve.
 *
 * @param account of the person who proposes it, so that it is another one who approves
 */
public record HardshipProposal(
        UUID overrideId,
        UUID referralId,
        UUID courseId,
        int section,
        HardshipCondition condition,
        String body,
        String account,
        Instant proposedAt) {}
