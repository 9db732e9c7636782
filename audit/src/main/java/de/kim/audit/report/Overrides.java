package de.kim.audit.report;

import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportOverride;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Places that were given out of turn.
 *
 * @param count null when suppressed
 * @param displaced how many have another result because of them; null when suppressed
 * @param byProvider whose course it was: each one line; likewise the others
 * @param byBody who approved it
 * @param byCondition the stated condition
 */
public record Overrides(
        @Nullable Integer count,
        @Nullable Integer displaced,
        boolean suppressed,
        List<CodedCount> byProvider,
        List<CodedCount> byBody,
        List<CodedCount> byCondition) {
    public Overrides {
        byProvider = List.copyOf(byProvider);
        byBody = List.copyOf(byBody);
        byCondition = List.copyOf(byCondition);
    }

    static Overrides of(List<ReportOverride> overrides, Map<UUID, ReportCourse> courses) {
        int displaced = overrides.stream().mapToInt(ReportOverride::displaced).sum();
        boolean hidden = Suppression.isSmall(overrides.size()) || Suppression.isSmall(displaced);
        return new Overrides(
                Suppression.isSmall(overrides.size()) ? null : (Integer) overrides.size(),
                Suppression.isSmall(displaced) ? null : (Integer) displaced,
                hidden,
                counts(overrides, override -> provider(courses.get(override.courseId()))),
                counts(overrides, ReportOverride::secondBody),
                counts(overrides, ReportOverride::condition));
    }

    private static String provider(@Nullable ReportCourse course) {
        return course == null || course.plan() == null
                ? Subject.NOT_KNOWN
                : course.plan().providerId();
    }

    private static List<CodedCount> counts(
            List<ReportOverride> overrides, Function<ReportOverride, String> code) {
        return CodedCount.ofExclusive(overrides.stream().map(code).toList());
    }
}
