package de.kim.allocation.write;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import de.kim.rules.ClearingRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** Rules that can decide a round: complete, and without contradiction. */
public final class SoundRulebook {
    private SoundRulebook() {}

    /**
     * Holds a round over nobody with them.
     *
     * @throws Refused with RULEBOOK_INCOMPLETE or RULEBOOK_CONTRADICTORY
     */
    public static Rulebook required(Rulebook rulebook, LocalDate day) {
        if (!isComplete(rulebook)) {
            throw new Refused(AllocationRefusal.RULEBOOK_INCOMPLETE);
        }
        try {
            ClearingRound.decide(
                    new RoundInput(day, rulebook, List.of(), List.of(), List.of(), List.of()));
        } catch (InvalidRound e) {
            throw new Refused(AllocationRefusal.RULEBOOK_CONTRADICTORY);
        }
        return rulebook;
    }

    /** A rule is never deleted, its validity ends. */
    private static boolean isComplete(Rulebook rulebook) {
        var types =
                rulebook.courseTypes().stream()
                        .map(CourseTypeRule::type)
                        .collect(Collectors.toSet());
        var bases =
                rulebook.legalBases().stream()
                        .map(LegalBasisRule::basis)
                        .collect(Collectors.toSet());
        return types.equals(EnumSet.allOf(CourseType.class))
                && bases.equals(EnumSet.allOf(LegalBasis.class));
    }
}
