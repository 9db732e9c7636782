package de.kim.audit.report;

import java.util.EnumMap;
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

    /** The funnel of a whole period: small numbers are hidden. */
    static Funnel of(List<Subject> subjects) {
        Map<Stage, Integer> counts = counts(subjects);
        return of(
                counts,
                Set.copyOf(
                        counts.keySet().stream()
                                .filter(stage -> Suppression.isSmall(count(counts, stage)))
                                .toList()));
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
