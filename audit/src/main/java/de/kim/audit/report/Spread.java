package de.kim.audit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Median, mean and P90 of finished cases, in days.
 *
 * @param n how many are finished
 * @param median the middle one, or the mean of the two in the middle; null when {@code n} is 0
 * @param mean rounded to a tenth; null when {@code n} is 0
 * @param p90 the smallest value that is not below nine tenths of all; null when {@code n} is 0
 */
public record Spread(int n, @Nullable Double median, @Nullable Double mean, @Nullable Integer p90) {

    public static Spread of(List<Integer> days) {
        if (days.isEmpty()) {
            return new Spread(0, null, null, null);
        }
        List<Integer> sorted = days.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
        long sum = sorted.stream().mapToLong(Integer::longValue).sum();
        // nine tenths of n, rounded up, in whole numbers
        int p90 = sorted.get((9 * n + 9) / 10 - 1);
        return new Spread(n, median, Math.round(10.0 * sum / n) / 10.0, p90);
    }
}
