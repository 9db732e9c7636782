package de.kim.allocation.write;

import java.time.Instant;
import java.time.ZoneId;

/** Where a round's input comes from. */
public interface Situations {
    /**
     * The situation at an instant, in one snapshot.
     *
     * @throws de.kim.kit.refusal.Refused with RULEBOOK_MISSING when no rulebook is in force
     * @throws de.kim.rules.InvalidRound when the input contradicts itself
     */
    RoundSituation at(Instant now, ZoneId zone);

    /**
     * The same with lottery numbers for whoever has none yet, as a draw would give them: for what
     * is only tried.
     *
     * @throws de.kim.kit.refusal.Refused with RULEBOOK_MISSING when no rulebook is in force
     * @throws de.kim.rules.InvalidRound when the input contradicts itself
     */
    Foreseen foreseen(Instant now, ZoneId zone);

    /**
     * What a round held now would rest on.
     *
     * @param lotterySure false: somebody has no lottery number yet and the quarter's seed is not
     *     drawn, so a real round draws other numbers
     */
    record Foreseen(RoundSituation situation, boolean lotterySure) {}
}
