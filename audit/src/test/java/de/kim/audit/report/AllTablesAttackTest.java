package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.audit.report.Subject.ProfileAttributes;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Someone reads all tables of a report at once, knows what adds up to what, and narrows down what
 * each hidden number can be until nothing changes any more.
 */
class AllTablesAttackTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final List<String> STEPS = List.of("referred", "started", "waiting");

    @Property(tries = 400)
    void no_small_number_is_found_by_reading_all_tables_together(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int people) {
        List<Subject> subjects = subjects(new Random(seed), people);
        Report report =
                Report.of(DAY, DAY.plusDays(90), 1, DAY.plusDays(80), subjects, Around.NOTHING);
        Attack attack = new Attack(people);
        attack.read(report);
        attack.narrow();
        check("courseType", subjects, Subject::courseType, attack);
        check("gender", subjects, Subject::gender, attack);
        check("childcare", subjects, Subject::childcare, attack);
        check("literacy", subjects, Subject::literacy, attack);
        check("legalBasis", subjects, Subject::legalBasis, attack);
        check("obligation", subjects, Subject::obligation, attack);
        check("courseTypeGender", subjects, s -> s.courseType() + "/" + s.gender(), attack);
    }

    private static void check(
            String table, List<Subject> subjects, Function<Subject, String> group, Attack attack) {
        Map<String, int[]> real = new HashMap<>();
        for (Subject subject : subjects) {
            int[] counts = real.computeIfAbsent(group.apply(subject), key -> new int[3]);
            counts[0]++;
            counts[subject.isStarted() ? 1 : 2]++;
        }
        real.forEach(
                (name, counts) -> {
                    for (int i = 0; i < STEPS.size(); i++) {
                        int[] bounds = attack.bounds(key(table, name, STEPS.get(i)));
                        if (Suppression.isSmall(counts[i]) && bounds != null) {
                            assertThat(bounds[0])
                                    .as("%s of %s in %s", STEPS.get(i), name, table)
                                    .isLessThan(bounds[1]);
                        }
                    }
                });
    }

    private static String key(String table, String group, String step) {
        return table + "|" + group + "|" + step;
    }

    /** What is known of each number: from, to. */
    private static final class Attack {
        private final int people;
        private final Map<String, int[]> known = new HashMap<>();
        private final List<Sum> sums = new ArrayList<>();

        private record Sum(String whole, List<String> parts) {}

        Attack(int people) {
            this.people = people;
        }

        int @Nullable [] bounds(String key) {
            return known.get(key);
        }

        void read(Report report) {
            see("|all|referred", report.funnel().referred());
            see("|all|started", report.funnel().started());
            see("|all|waiting", report.clocks().waitingTime().stillWaiting());
            whole("", "all");
            for (Breakdown table : report.breakdowns()) {
                for (Breakdown.Group group : table.groups()) {
                    see(key(table.by(), group.group(), "referred"), group.funnel().referred());
                    see(key(table.by(), group.group(), "started"), group.funnel().started());
                    see(
                            key(table.by(), group.group(), "waiting"),
                            group.waitingTime().stillWaiting());
                    whole(table.by(), group.group());
                }
                if (!table.withheld()) {
                    parts(
                            "",
                            "all",
                            table.by(),
                            table.groups().stream().map(Breakdown.Group::group).toList());
                }
            }
            report.crossings().forEach(this::read);
            bases(report);
        }

        private void read(Crossing table) {
            Map<String, List<String>> rows = new HashMap<>();
            Map<String, List<String>> columns = new HashMap<>();
            for (Crossing.Pair pair : table.groups()) {
                String name = pair.row() + "/" + pair.column();
                see(key(table.by(), name, "referred"), pair.referred());
                see(key(table.by(), name, "started"), pair.started());
                see(key(table.by(), name, "waiting"), pair.waitingTime().stillWaiting());
                whole(table.by(), name);
                rows.computeIfAbsent(pair.row(), k -> new ArrayList<>()).add(name);
                columns.computeIfAbsent(pair.column(), k -> new ArrayList<>()).add(name);
            }
            rows.forEach((row, names) -> parts("courseType", row, table.by(), names));
            columns.forEach((column, names) -> parts("gender", column, table.by(), names));
        }

        /** Who is obliged is said by the legal basis. */
        private void bases(Report report) {
            Map<String, List<String>> bases = new HashMap<>();
            report.breakdowns().stream()
                    .filter(table -> table.by().equals("legalBasis"))
                    .flatMap(table -> table.groups().stream())
                    .forEach(
                            group ->
                                    bases.computeIfAbsent(
                                                    Subject.isObliged(
                                                                    LegalBasis.valueOf(
                                                                            group.group()))
                                                            ? "OBLIGED"
                                                            : "VOLUNTARY",
                                                    k -> new ArrayList<>())
                                            .add(group.group()));
            bases.forEach((name, parts) -> parts("obligation", name, "legalBasis", parts));
        }

        private void see(String key, @Nullable Integer count) {
            int[] seen = count == null ? new int[] {0, people} : new int[] {count, count};
            known.put(key, seen);
        }

        private void whole(String table, String group) {
            sums.add(
                    new Sum(
                            key(table, group, "referred"),
                            List.of(key(table, group, "started"), key(table, group, "waiting"))));
        }

        private void parts(String table, String whole, String by, List<String> parts) {
            for (String step : STEPS) {
                sums.add(
                        new Sum(
                                key(table, whole, step),
                                parts.stream().map(part -> key(by, part, step)).toList()));
            }
        }

        void narrow() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Sum sum : sums) {
                    changed |= narrow(sum);
                }
            }
        }

        private boolean narrow(Sum sum) {
            int[] whole = known.get(sum.whole);
            List<int[]> parts =
                    sum.parts.stream().map(known::get).filter(Objects::nonNull).toList();
            if (whole == null || parts.size() < sum.parts.size()) {
                return false;
            }
            int least = parts.stream().mapToInt(part -> part[0]).sum();
            int most = parts.stream().mapToInt(part -> part[1]).sum();
            boolean changed = narrow(whole, least, most);
            for (int[] part : parts) {
                int othersLeast = least - part[0];
                int othersMost = most - part[1];
                changed |= narrow(part, whole[0] - othersMost, whole[1] - othersLeast);
                least = othersLeast + part[0];
                most = othersMost + part[1];
            }
            return changed;
        }

        private static boolean narrow(int[] bounds, int least, int most) {
            boolean changed = least > bounds[0] || most < bounds[1];
            bounds[0] = Math.max(bounds[0], least);
            bounds[1] = Math.min(bounds[1], most);
            assertThat(bounds[0]).isLessThanOrEqualTo(bounds[1]);
            return changed;
        }
    }

    private static List<Subject> subjects(Random random, int people) {
        List<CourseType> types =
                List.of(CourseType.GENERAL, CourseType.LITERACY, CourseType.SENSORY);
        List<Subject> subjects = new ArrayList<>();
        int skew = 1 + random.nextInt(12);
        for (int i = 0; i < people; i++) {
            CourseType type = types.get(skewed(random, skew, types.size()));
            boolean started = random.nextInt(skew + 1) > 0;
            subjects.add(subject(random, skew, type, started));
        }
        return subjects;
    }

    private static int skewed(Random random, int skew, int size) {
        return random.nextInt(skew) > 0 ? 0 : random.nextInt(size);
    }

    private static Subject subject(Random random, int skew, CourseType type, boolean started) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        LegalBasis[] bases = LegalBasis.values();
        ReportCase row =
                new ReportCase(
                        id,
                        new Registration(
                                id,
                                "jobcenter-stadt",
                                bases[skewed(random, skew, bases.length)],
                                DAY,
                                DAY),
                        new ReportCase.Tested(DAY, type),
                        null,
                        new Offers(0, null, null, 0, 0, 0),
                        new Place(
                                started ? Instant.parse("2026-10-05T10:00:00Z") : null,
                                null,
                                started ? new Place.Started(id, DAY.plusDays(30)) : null),
                        null,
                        List.of(),
                        SixWeeksClock.NONE);
        List<String> genders = List.of("FEMALE", "MALE", "DIVERSE");
        ProfileAttributes profile =
                random.nextInt(20) == 0
                        ? null
                        : new ProfileAttributes(
                                genders.get(random.nextInt(5) > 0 ? random.nextInt(2) : 2),
                                "03404000",
                                "SYRIA",
                                random.nextInt(skew) == 0);
        return Subject.of(row, profile, (ReportCourse) null);
    }
}
