package de.kim.audit.report;

import de.kim.audit.fold.ReportCourse;
import de.kim.events.CancellationReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the courses that were planned to begin in the period. Courses are no people:
 * nothing is suppressed.
 *
 * @param byType one line each, by code; likewise by provider
 */
public record Courses(Counts total, List<Line> byType, List<Line> byProvider) {
    /** A course that is to begin within so many days is looked at for too few people. */
    private static final int DAYS_AHEAD = 28;

    /**
     * Courses.
     *
     * @param started begun
     * @param startedThin of these, with fewer people than a group has at least
     * @param rescued of those begun, put off before and then with enough people
     * @param thin about to begin, with too few people by the day of the report
     * @param cancelledTooFew cancelled for too few people
     * @param cancelledOther cancelled for another reason
     * @param postponed put off at least once
     */
    public record Counts(
            int planned,
            int started,
            int startedThin,
            int rescued,
            int thin,
            int cancelledTooFew,
            int cancelledOther,
            int postponed,
            int completed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    planned + other.planned,
                    started + other.started,
                    startedThin + other.startedThin,
                    rescued + other.rescued,
                    thin + other.thin,
                    cancelledTooFew + other.cancelledTooFew,
                    cancelledOther + other.cancelledOther,
                    postponed + other.postponed,
                    completed + other.completed);
        }
    }

    /** The courses of a type or a provider. */
    public record Line(String code, Counts counts) {}

    /**
     * A course.
     *
     * @param taken how many people have a place or began
     * @param smallest how many a group has at least
     */
    record Known(ReportCourse row, ReportCourse.Plan plan, int taken, int smallest) {
        Counts counts(LocalDate day) {
            boolean started = row.startedOn() != null;
            Integer present = row.conduct().present();
            boolean enough = present != null && present >= smallest;
            boolean postponed = row.conduct().postponed() > 0;
            return new Counts(
                    1,
                    one(started),
                    one(started && !enough),
                    one(started && enough && postponed),
                    one(isThin(day)),
                    one(isCancelled() && isForTooFew()),
                    one(isCancelled() && !isForTooFew()),
                    one(postponed),
                    one(row.completedOn() != null));
        }

        private boolean isThin(LocalDate day) {
            return row.startedOn() == null
                    && !isCancelled()
                    && plan.begins() != null
                    && !plan.begins().isAfter(day.plusDays(DAYS_AHEAD))
                    && taken < smallest;
        }

        private boolean isCancelled() {
            return row.cancelled() != null;
        }

        private boolean isForTooFew() {
            return row.cancelled() == CancellationReason.TOO_FEW_PARTICIPANTS;
        }

        private static int one(boolean counted) {
            return counted ? 1 : 0;
        }
    }

    public Courses {
        byType = List.copyOf(byType);
        byProvider = List.copyOf(byProvider);
    }

    static Courses of(List<Known> courses, LocalDate day) {
        Map<String, Counts> types = new TreeMap<>();
        Map<String, Counts> providers = new TreeMap<>();
        Counts total = Counts.NONE;
        for (Known course : courses) {
            Counts counts = course.counts(day);
            total = total.plus(counts);
            types.merge(course.plan().type().name(), counts, Counts::plus);
            providers.merge(course.plan().providerId(), counts, Counts::plus);
        }
        return new Courses(total, lines(types), lines(providers));
    }

    Counts ofProvider(String provider) {
        return byProvider.stream()
                .filter(line -> line.code().equals(provider))
                .map(Line::counts)
                .findFirst()
                .orElse(Counts.NONE);
    }

    private static List<Line> lines(Map<String, Counts> counts) {
        return counts.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).toList();
    }
}
