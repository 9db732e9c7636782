package de.kim.reporting.read.report;

import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.ReportingRefusal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days of a report, both inclusive. */
public record Period(LocalDate from, LocalDate until) {
    private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)Q([1-4])");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /**
     * Checks the days.
     *
     * @throws Refused PERIOD_INVALID when {@code from} is after {@code until}, or out of range
     */
    public Period {
        if (from.isAfter(until) || from.isBefore(EARLIEST) || until.isAfter(LATEST)) {
            throw new Refused(ReportingRefusal.PERIOD_INVALID);
        }
    }

    /**
     * What a caller asked for: a quarter, or two days, or neither for the quarter of today.
     *
     * @throws Refused PERIOD_INVALID when it is something else, PERIOD_IN_FUTURE when nothing of it
     *     is there yet
     */
    static Period asked(
            @Nullable String quarter,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            LocalDate today) {
        Period period = read(quarter, from, until, today);
        if (period.from().isAfter(today)) {
            throw new Refused(ReportingRefusal.PERIOD_IN_FUTURE);
        }
        return period;
    }

    private static Period read(
            @Nullable String quarter,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            LocalDate today) {
        if (quarter != null && from == null && until == null) {
            return ofQuarter(quarter);
        }
        if (quarter == null && from != null && until != null) {
            return new Period(from, until);
        }
        if (quarter == null && from == null && until == null) {
            return quarter(today.getYear(), (today.getMonthValue() + 2) / 3);
        }
        throw new Refused(ReportingRefusal.PERIOD_INVALID);
    }

    /**
     * The days of a quarter such as 2026Q4.
     *
     * @throws Refused PERIOD_INVALID when it is something else
     */
    static Period ofQuarter(String text) {
        Matcher matcher = QUARTER.matcher(text);
        if (!matcher.matches()) {
            throw new Refused(ReportingRefusal.PERIOD_INVALID);
        }
        return quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static Period quarter(int year, int number) {
        LocalDate first = LocalDate.of(year, 3 * number - 2, 1);
        return new Period(first, first.plusMonths(3).minusDays(1));
    }
}
