package de.kim.audit.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many referrals got how far; null where a number is suppressed.
 *
 * @param suppressed the names of the suppressed steps
 */
public record Funnel(
        @Nullable Integer referred,
        @Nullable Integer tested,
        @Nullable Integer offered,
        @Nullable Integer accepted,
        @Nullable Integer started,
        @Nullable Integer completed,
        List<String> suppressed) {

    /**
     * The funnel of a whole period: small numbers are hidden, and those that would show by
     * subtraction how few are on the way between two steps.
     */
    static Funnel of(List<Subject> subjects) {
        Map<Stage, Integer> counts = counts(subjects);
        Set<Stage> hidden = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            if (Suppression.isSmall(count(counts, stage))
                    || Stage.beforeIt(stage).stream()
                            .anyMatch(b -> isSmallBetween(counts, b, stage))) {
                hidden.add(stage);
            }
        }
        return of(counts, hidden);
    }

    private static boolean isSmallBetween(Map<Stage, Integer> counts, Stage from, Stage to) {
        return Suppression.isSmall(count(counts, from) - count(counts, to));
    }

    /** The steps whose counts are hidden. */
    Set<Stage> hiddenSteps() {
        Set<Stage> hidden = EnumSet.noneOf(Stage.class);
        Arrays.stream(Stage.values()).filter(this::hides).forEach(hidden::add);
        return hidden;
    }

    /** Whether the count of a step is hidden. */
    boolean hides(Stage stage) {
        return suppressed.contains(stage.name().toLowerCase(Locale.ROOT));
    }

    static Funnel of(Map<Stage, Integer> counts, Set<Stage> hidden) {
        return new Funnel(
                shown(counts, hidden, Stage.REFERRED),
                shown(counts, hidden, Stage.TESTED),
                shown(counts, hidden, Stage.OFFERED),
                shown(counts, hidden, Stage.ACCEPTED),
                shown(counts, hidden, Stage.STARTED),
                shown(counts, hidden, Stage.COMPLETED),
                hidden.stream().sorted().map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
    }

    static Map<Stage, Integer> counts(List<Subject> subjects) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, stage.count(subjects));
        }
        return counts;
    }

    private static @Nullable Integer shown(
            Map<Stage, Integer> counts, Set<Stage> hidden, Stage stage) {
        return hidden.contains(stage) ? null : (Integer) count(counts, stage);
    }

    private static int count(Map<Stage, Integer> counts, Stage stage) {
        return counts.getOrDefault(stage, 0);
    }
}
