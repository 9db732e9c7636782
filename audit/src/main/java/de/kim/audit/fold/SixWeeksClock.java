package de.kim.audit.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the six weeks to the beginning of a course went (§ 7 IntV).
 *
 * @param breachedOn the day by which a course should have begun, when none had
 * @param warned whether it was warned of before
 * @param otherCourseNamed whether another course with a free place was named
 */
public record SixWeeksClock(
        @Nullable LocalDate breachedOn, boolean warned, boolean otherCourseNamed) {
    /** As long as there is nothing to say. */
    public static final SixWeeksClock NONE = new SixWeeksClock(null, false, false);

    SixWeeksClock warned(boolean named) {
        return new SixWeeksClock(breachedOn, true, otherCourseNamed || named);
    }

    /** The first breach counts. */
    SixWeeksClock breached(LocalDate due, boolean named) {
        return new SixWeeksClock(
                breachedOn == null ? due : breachedOn, warned, otherCourseNamed || named);
    }
}
