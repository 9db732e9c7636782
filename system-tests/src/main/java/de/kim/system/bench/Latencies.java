package de.kim.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * From the moment when something was acknowledged to the moment when it was seen elsewhere. It may
 * be seen before the acknowledgement has come back; that counts as no time.
 */
final class Latencies {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    void acknowledged(String id) {
        acknowledged.put(id, System.nanoTime());
    }

    /** Only the first time counts. */
    void seen(String id) {
        seen.putIfAbsent(id, System.nanoTime());
    }

    /** All that was acknowledged. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged.keySet());
    }

    /** What was acknowledged and has not been seen yet. */
    List<String> awaited() {
        return acknowledged.keySet().stream().filter(id -> !seen.containsKey(id)).toList();
    }

    /**
     * Waits until all is seen.
     *
     * @throws VoidRunException when something acknowledged is not seen within a minute
     */
    void complete(String what) {
        var givenUp = System.nanoTime() + PATIENCE.toNanos();
        while (!awaited().isEmpty() && System.nanoTime() < givenUp) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        VoidRunException.unlessEqual(
                what, acknowledged.size(), acknowledged.size() - awaited().size());
    }

    /** The distribution, in nanoseconds. */
    Histogram histogram() {
        var histogram = new Histogram(LONGEST, 3);
        acknowledged.forEach(
                (id, at) -> {
                    var arrived = seen.get(id);
                    if (arrived != null) {
                        histogram.recordValue(Math.clamp(arrived - at, 0, LONGEST));
                    }
                });
        return histogram;
    }

    /** A percentile of each round, in milliseconds. */
    static Range millis(List<Histogram> rounds, double percentile) {
        var values = new ArrayList<Double>();
        rounds.forEach(round -> values.add(round.getValueAtPercentile(percentile) / 1e6));
        return Range.of(values);
    }

    /** The lines of one rate: median, and 99th percentile. */
    static List<Line> lines(String what, List<Histogram> rounds) {
        return List.of(
                Line.plain(what + ", p50", millis(rounds, 50), "ms"),
                Line.plain(what + ", p99", millis(rounds, 99), "ms"));
    }
}
