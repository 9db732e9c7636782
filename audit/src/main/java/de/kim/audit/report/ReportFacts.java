package de.kim.audit.report;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportOverride;
import de.kim.audit.fold.ReportPassing;
import de.kim.audit.fold.ReportRound;
import de.kim.audit.fold.ReportRulebook;
import de.kim.audit.report.Subject.ProfileAttributes;
import de.kim.audit.report.Utilisation.OfProvider;
import de.kim.audit.report.Utilisation.Places;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param rounds those held in the period
 * @param overrides those granted in the period
 * @param passings those of the period
 * @param smallest how many people a group has at least, by course type, as the newest rulebook says
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
        Map<String, String> providers,
        List<ReportRound> rounds,
        List<ReportOverride> overrides,
        List<ReportPassing> passings,
        Map<CourseType, Integer> smallest) {

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
                names,
                rows.rounds().values().stream()
                        .filter(round -> isIn(round.heldOn(), from, until))
                        .toList(),
                rows.overrides().values().stream()
                        .filter(override -> isIn(override.grantedOn(), from, until))
                        .toList(),
                rows.passings().values().stream()
                        .filter(passing -> isIn(passing.passedOn(), from, until))
                        .toList(),
                smallest(rows.rulebooks().values()));
    }

    /** Of the newest rulebook; empty when none was heard of. */
    public static Map<CourseType, Integer> smallest(Collection<ReportRulebook> rulebooks) {
        return rulebooks.stream()
                .max(Comparator.comparing(ReportRulebook::version))
                .map(ReportRulebook::smallest)
                .orElse(Map.of());
    }

    /** The same with what the referrals' profiles say. */
    public ReportFacts with(Map<UUID, ProfileAttributes> known) {
        return new ReportFacts(
                size, day, cases, known, courses, offered, accepted, started, providers, rounds,
                overrides, passings, smallest);
    }

    private static boolean isRegistered(ReportCase row, LocalDate from, LocalDate until) {
        return row.registration() != null && isIn(row.registration().registeredOn(), from, until);
    }

    private static boolean isIn(@Nullable LocalDate day, LocalDate from, LocalDate until) {
        return day != null && !day.isBefore(from) && !day.isAfter(until);
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
        return Report.of(from, until, size, day, subjects(), around(from, until));
    }

    /** The referrals of the period with what they are joined with. */
    List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (ReportCase row : cases) {
            subjects.add(Subject.of(row, profiles.get(row.referralId()), course(row)));
        }
        return subjects;
    }

    private @Nullable ReportCourse course(ReportCase row) {
        if (row.place().started() != null) {
            return courses.get(row.place().started().courseId());
        }
        return row.place().held() == null ? null : courses.get(row.place().held().courseId());
    }

    private Around around(LocalDate from, LocalDate until) {
        List<OfProvider> places = utilisation(from);
        List<Courses.Known> planned = planned(from, until);
        Courses counts = Courses.of(planned, day);
        return new Around(
                places,
                counts,
                Rounds.of(rounds),
                Overrides.of(overrides, courses),
                new ProviderPages(providers, places, counts, planned, courses, passings, day)
                        .all());
    }

    private List<Courses.Known> planned(LocalDate from, LocalDate until) {
        List<Courses.Known> planned = new ArrayList<>();
        for (ReportCourse course : courses.values()) {
            ReportCourse.Plan plan = course.plan();
            if (plan != null && isIn(plan.begins(), from, until)) {
                planned.add(
                        new Courses.Known(
                                course,
                                plan,
                                Math.max(
                                        accepted.getOrDefault(course.courseId(), 0),
                                        started.getOrDefault(course.courseId(), 0)),
                                smallest.getOrDefault(plan.type(), 0)));
            }
        }
        return planned;
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
