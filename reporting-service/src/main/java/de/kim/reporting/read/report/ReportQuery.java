package de.kim.reporting.read.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which report is asked for.
 *
 * @param quarter such as 2026Q4
 * @param from the first day, instead of a quarter
 * @param until the last day, instead of a quarter
 * @param asOf as the report was at this instant; without it as it is now
 * @param lang de or en, for what is read by people
 */
public record ReportQuery(
        @Nullable String quarter,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant asOf,
        @Nullable String lang) {
    Period period(LocalDate today) {
        return Period.asked(quarter, from, until, today);
    }
}
