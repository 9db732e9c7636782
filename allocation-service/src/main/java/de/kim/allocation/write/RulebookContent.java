package de.kim.allocation.write;

import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A {@link Rulebook} that has no version yet: it gets the next one when it is approved. Days are
 * calendar days unless they are called working days; the radius is in whole kilometres.
 */
public record RulebookContent(
        @Min(1) int algorithmVersion,
        @Size(max = 100) List<CourseTypeRule> courseTypes,
        @Size(max = 100) List<LegalBasisRule> legalBases,
        @Min(1) @Max(500) int radiusKm,
        @Min(1) @Max(30) int offerPeriodWorkingDays,
        @Min(1) @Max(30) int unreachedWorkingDays,
        @Min(0) @Max(90) int refillDaysBeforeStart,
        @Min(0) @Max(100) int lateEntryUe,
        @Min(1) @Max(366) int registrationToStartDays) {
    public RulebookContent {
        courseTypes = List.copyOf(courseTypes);
        legalBases = List.copyOf(legalBases);
    }

    /** As this version. */
    public Rulebook as(int version) {
        return new Rulebook(
                version,
                algorithmVersion,
                courseTypes,
                legalBases,
                radiusKm,
                offerPeriodWorkingDays,
                unreachedWorkingDays,
                refillDaysBeforeStart,
                lateEntryUe,
                registrationToStartDays);
    }
}
