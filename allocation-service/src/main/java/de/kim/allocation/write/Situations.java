package de.kim.allocation.write;

import java.time.Instant;
import java.time.ZoneId;

/** Where a round's input comes from. */
@FunctionalInterface
public interface Situations {
    /**
     * The situation at an instant, in one snapshot.
     *
     * @throws de.kim.kit.refusal.Refused with RULEBOOK_MISSING when no rulebook is in force
     * @throws de.kim.rules.InvalidRound when the input contradicts itself
     */
    RoundSituation at(Instant now, ZoneId zone);
}
