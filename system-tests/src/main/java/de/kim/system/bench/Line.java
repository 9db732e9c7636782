package de.kim.system.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result table.
 *
 * @param what the case, for example {@code 16 clients, ours}
 * @param figure the measured value over all rounds
 * @param unit of the figure, for example {@code events/s}
 * @param against the contestant that {@code ratio} compares with; null where there is none
 * @param ratio figure of this line to that of the contestant, round by round
 * @param cpuMicros CPU time per operation in microseconds, this JVM and the servers together; null
 *     where it was not measured
 * @param aim what was aimed at, in words; null where nothing was
 * @param met whether the median reaches the aim; null where there is none
 */
record Line(
        String what,
        Range figure,
        String unit,
        @Nullable String against,
        @Nullable Range ratio,
        @Nullable Range cpuMicros,
        @Nullable String aim,
        @Nullable Boolean met) {

    static Line plain(String what, Range figure, String unit) {
        return new Line(what, figure, unit, null, null, null, null, null);
    }

    static Line compared(String what, Range figure, String unit, String against, Range ratio) {
        return new Line(what, figure, unit, against, ratio, null, null, null);
    }

    Line costing(@Nullable Range micros) {
        return new Line(what, figure, unit, against, ratio, micros, aim, met);
    }

    Line aimed(String words, boolean reached) {
        return new Line(what, figure, unit, against, ratio, cpuMicros, words, reached);
    }

    /** The ratio has to be at least so high. */
    Line aimedRatio(double atLeast) {
        if (ratio == null) {
            throw new IllegalStateException(what + " is compared with nothing");
        }
        return aimed(
                String.format(Locale.ROOT, "≥ %.1f × %s", atLeast, against),
                ratio.median() >= atLeast);
    }

    /** The line as a row of a Markdown table. */
    String row() {
        var compared = ratio == null ? "" : "%s × %s".formatted(ratio.factor(), against);
        var cost = cpuMicros == null ? "" : cpuMicros.text() + " µs";
        var goal = aim == null ? "" : aim + (Boolean.TRUE.equals(met) ? ": met" : ": **missed**");
        return "| %s | %s %s | %s | %s | %s |"
                .formatted(what, figure.text(), unit, compared, cost, goal);
    }
}
