package de.kim.kit.web.input;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody was born, as far as it is known: of many people only the year, or year and month,
 * stand in their papers ({@code 00.00.1990}, {@code 00.05.1990}). What is unknown is 0, and never
 * replaced by an invented day. In JSON a text: {@code 1990-05-17}, {@code 1990-05-00}, {@code
 * 1990-00-00}; what is known in part may also be written as in the papers.
 *
 * @param month 0 when it is unknown, and the day with it
 * @param day 0 when it is unknown
 */
public record BirthDate(int year, int month, int day) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern IN_PAPERS = Pattern.compile("00\\.(\\d{2})\\.(\\d{4})");

    /**
     * @throws DateTimeException when there is no such date
     */
    public BirthDate {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year");
        }
        if (month == 0 && day != 0) {
            throw new DateTimeException("a day of no month");
        }
        if (month != 0) {
            LocalDate.of(year, month, day == 0 ? 1 : day);
        }
    }

    public static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads either form.
     *
     * @throws DateTimeException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BirthDate of(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new BirthDate(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher papers = IN_PAPERS.matcher(text);
        if (papers.matches()) {
            return new BirthDate(number(papers, 2), number(papers, 1), 0);
        }
        throw new DateTimeException("no date");
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    @JsonValue
    public String text() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }

    /** Whether the day is known. */
    public boolean isExact() {
        return day != 0;
    }

    /** The first day that it may have been. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    }

    /** The last day that it may have been. */
    public LocalDate latest() {
        if (day != 0) {
            return LocalDate.of(year, month, day);
        }
        return YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth();
    }

    /**
     * Whether somebody who says they were born then may be the person: what is unknown here cannot
     * be compared, what is known must be the same.
     */
    public boolean agreesWith(BirthDate said) {
        return year == said.year
                && (month == 0 || month == said.month)
                && (day == 0 || day == said.day);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "BirthDate[]";
    }
}
