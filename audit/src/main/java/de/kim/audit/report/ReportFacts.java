package de.kim.audit.report;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.report.Subject.ProfileAttributes;
import de.kim.audit.report.Utilisation.OfProvider;
import de.kim.audit.report.Utilisation.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a report rests on, as it was at one instant.
 *
 * @param size how many events the ledger had
 * @param day the local day of the newest of them
 * @param cases the referrals registered in the period, by id
 * @param offered open offers by course, over all referrals; likewise the other two
 * @param providers names by code
 */
public record ReportFacts(
        long size,
        LocalDate day,
        List<ReportCase> cases,
        Map<UUID, ProfileAttributes> profiles,
        Map<UUID, ReportCourse> courses,
        Map<UUID, Integer> offered,
        Map<UUID, Integer> accepted,
        Map<UUID, Integer> started,
        Map<String, String> providers) {

    /** Of rows that were folded from all events; without profiles, which stand in no event. */
    public static ReportFacts of(
            FoldedRows rows, long size, LocalDate day, LocalDate from, LocalDate until) {
        Map<String, String> names = new HashMap<>();
        rows.providers().forEach((id, provider) -> names.put(id, provider.name()));
        return new ReportFacts(
                size,
                day,
                rows.cases().values().stream()
                        .filter(row -> isRegistered(row, from, until))
                        .sorted(Comparator.comparing(row -> row.referralId().toString()))
                        .toList(),
                Map.of(),
                rows.courses(),
                counts(
                        rows,
                        row -> row.offers().open() == null ? null : row.offers().open().courseId()),
                counts(
                        rows,
                        row -> row.place().held() == null ? null : row.place().held().courseId()),
                counts(
                        rows,
                        row ->
                                row.place().started() == null
                                        ? null
                                        : row.place().started().courseId()),
                names);
    }

    /** The same with what the referrals' profiles say. */
    public ReportFacts with(Map<UUID, ProfileAttributes> known) {
        return new ReportFacts(
                size, day, cases, known, courses, offered, accepted, started, providers);
    }

    private static boolean isRegistered(ReportCase row, LocalDate from, LocalDate until) {
        if (row.registration() == null) {
            return false;
        }
        LocalDate on = row.registration().registeredOn();
        return !on.isBefore(from) && !on.isAfter(until);
    }

    private static Map<UUID, Integer> counts(
            FoldedRows rows, Function<ReportCase, @Nullable UUID> course) {
        Map<UUID, Integer> counts = new HashMap<>();
        for (ReportCase row : rows.cases().values()) {
            UUID id = course.apply(row);
            if (id != null) {
                counts.merge(id, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The report of the period that the cases were chosen for. */
    public Report report(LocalDate from, LocalDate until) {
        List<Subject> subjects = new ArrayList<>();
        for (ReportCase row : cases) {
            subjects.add(Subject.of(row, profiles.get(row.referralId()), course(row)));
        }
        return Report.of(from, until, size, day, subjects, utilisation(from));
    }

    private @Nullable ReportCourse course(ReportCase row) {
        if (row.place().started() != null) {
            return courses.get(row.place().started().courseId());
        }
        return row.place().held() == null ? null : courses.get(row.place().held().courseId());
    }

    private List<OfProvider> utilisation(LocalDate from) {
        Map<String, Places> places = new TreeMap<>();
        for (ReportCourse course : courses.values()) {
            ReportCourse.Plan plan = course.plan();
            if (plan != null
                    && course.cancelled() == null
                    && plan.begins() != null
                    && !plan.begins().isBefore(from)) {
                places.merge(
                        plan.providerId(),
                        Places.ofCourse(
                                course.capacity(),
                                offered.getOrDefault(course.courseId(), 0),
                                accepted.getOrDefault(course.courseId(), 0),
                                started.getOrDefault(course.courseId(), 0)),
                        Places::plus);
            }
        }
        List<OfProvider> lines = new ArrayList<>();
        places.forEach(
                (id, sum) -> lines.add(new OfProvider(id, providers.getOrDefault(id, ""), sum)));
        return lines;
    }
}
