package de.kim.system.bench;

import java.util.List;
import java.util.Locale;

/** The median of the rounds with the lowest and the highest. */
record Range(double low, double median, double high) {

    static Range of(List<Double> rounds) {
        var sorted = rounds.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Range(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    static Range single(double value) {
        return new Range(value, value, value);
    }

    /** {@code 4,120 (3,900–4,400)} */
    String text() {
        return low == high
                ? number(median)
                : "%s (%s–%s)".formatted(number(median), number(low), number(high));
    }

    /** {@code 0.93 (0.88–0.97)} */
    String factor() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, low, high);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
