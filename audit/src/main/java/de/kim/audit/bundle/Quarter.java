package de.kim.audit.bundle;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a quarter, both inclusive. */
record Quarter(LocalDate from, LocalDate until) {
    private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)Q([1-4])");

    /**
     * Reads one such as 2026Q4.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Quarter parse(String text) {
        Matcher matcher = QUARTER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no quarter");
        }
        int month = 3 * Integer.parseInt(matcher.group(2)) - 2;
        LocalDate first = LocalDate.of(Integer.parseInt(matcher.group(1)), month, 1);
        return new Quarter(first, first.plusMonths(3).minusDays(1));
    }
}
