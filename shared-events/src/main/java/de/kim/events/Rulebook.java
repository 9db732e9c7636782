package de.kim.events;

import java.util.List;

/**
 * The rules agreed by the partners, as data: published by {@link RulebookPublished}, never changed
 * afterwards. {@code radiusKm} in whole kilometres; {@code offerPeriodWorkingDays} counts from
 * proof of reach; {@code unreachedWorkingDays} from the offer; {@code refillDaysBeforeStart}:
 * within so many days of a start new people and places are cleared at once; {@code
 * registrationToStartDays} is the six-week clock.
 */
public record Rulebook(
        int version,
        int algorithmVersion,
        List<CourseTypeRule> courseTypes,
        List<LegalBasisRule> legalBases,
        int radiusKm,
        int offerPeriodWorkingDays,
        int unreachedWorkingDays,
        int refillDaysBeforeStart,
        int lateEntryUe,
        int registrationToStartDays) {
    public Rulebook {
        courseTypes = List.copyOf(courseTypes);
        legalBases = List.copyOf(legalBases);
    }
}
