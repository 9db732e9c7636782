package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Report;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a report is called. */
final class ReportTitle {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ReportTitle() {}

    static Words of(Report report) {
        if (!isQuarter(report)) {
            Words days = days(report.from(), report.until());
            return new Words(
                    "Transparenzbericht " + days.german(), "Transparency report " + days.english());
        }
        int year = report.from().getYear();
        return new Words(
                "Transparenzbericht %d. Quartal %d".formatted(number(report.from()), year),
                "Transparency report, quarter %d of %d".formatted(number(report.from()), year));
    }

    /** Without its ending. */
    static String fileName(Report report) {
        return isQuarter(report)
                ? "kim-report-%dQ%d".formatted(report.from().getYear(), number(report.from()))
                : "kim-report-%s-%s".formatted(report.from(), report.until());
    }

    static Words days(LocalDate from, LocalDate until) {
        return new Words(
                day(from).german() + " bis " + day(until).german(),
                day(from).english() + " to " + day(until).english());
    }

    static Words day(LocalDate day) {
        return new Words(GERMAN.format(day), ENGLISH.format(day));
    }

    private static boolean isQuarter(Report report) {
        LocalDate from = report.from();
        return from.getDayOfMonth() == 1
                && from.getMonthValue() % 3 == 1
                && report.until().equals(from.plusMonths(3).minusDays(1));
    }

    private static int number(LocalDate from) {
        return (from.getMonthValue() + 2) / 3;
    }
}
