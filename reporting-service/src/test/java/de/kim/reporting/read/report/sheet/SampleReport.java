package de.kim.reporting.read.report.sheet;

import de.kim.audit.fold.Conduct;
import de.kim.audit.fold.Ending;
import de.kim.audit.fold.Offers;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.audit.fold.ReportOverride;
import de.kim.audit.fold.ReportPassing;
import de.kim.audit.fold.ReportRound;
import de.kim.audit.fold.SixWeeksClock;
import de.kim.audit.report.Report;
import de.kim.audit.report.ReportFacts;
import de.kim.audit.report.Subject.ProfileAttributes;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A quarter with so many different people that something is hidden in every table. */
final class SampleReport {
    static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    static final String FORMULA = "=SUM(A1) & <b>\"Sample\"</b>";

    private final Random random = new Random(20261);
    private final Map<UUID, ReportCourse> courses = new HashMap<>();
    private final Map<UUID, ProfileAttributes> profiles = new HashMap<>();
    private final List<ReportCase> cases = new ArrayList<>();

    private SampleReport() {}

    static Report of(int people) {
        SampleReport sample = new SampleReport();
        for (CourseType type : List.of(CourseType.GENERAL, CourseType.LITERACY)) {
            for (String provider : List.of("traeger-01", "traeger-02", "traeger-03")) {
                sample.course(type, provider);
            }
        }
        for (int i = 0; i < people; i++) {
            sample.person();
        }
        return new ReportFacts(
                        4711,
                        UNTIL.minusDays(20),
                        sample.cases,
                        sample.profiles,
                        sample.courses,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("traeger-01", FORMULA, "traeger-02", "Träger Süd (Beispiel)"),
                        sample.rounds(),
                        sample.overrides(),
                        sample.passings(),
                        Map.of(CourseType.GENERAL, 3, CourseType.LITERACY, 12))
                .report(FROM, UNTIL);
    }

    private void course(CourseType type, String provider) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        courses.put(
                id,
                new ReportCourse(
                        id,
                        new ReportCourse.Plan(provider, type, "03404000", FROM.plusDays(40), 20),
                        1020,
                        null,
                        FROM.plusDays(40),
                        null,
                        new Conduct(FROM, 5, 1, 1, 4)));
    }

    private void person() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        LocalDate registered = FROM.plusDays(random.nextInt(30));
        int fate = random.nextInt(10);
        UUID course = one(List.copyOf(courses.keySet()));
        profiles.put(
                id,
                new ProfileAttributes(
                        one(List.of("MALE", "FEMALE", "FEMALE", "DIVERSE")),
                        one(List.of("03404000", "03404000", "03459024", "03459004")),
                        one(List.of("UKRAINE", "SYRIA", "IRAN")),
                        random.nextInt(4) == 0));
        cases.add(
                new ReportCase(
                        id,
                        new Registration(
                                id,
                                one(List.of("jobcenter-stadt", "massarbeit")),
                                one(List.of(LegalBasis.values())),
                                registered.minusDays(random.nextInt(50)),
                                registered),
                        fate > 1 ? new ReportCase.Tested(registered, recommended()) : null,
                        fate > 2 ? registered.plusDays(1) : null,
                        new Offers(
                                fate > 4 ? 1 : 0,
                                fate > 4 ? at(registered.plusDays(3)) : null,
                                null,
                                0,
                                0,
                                0),
                        fate > 5 ? place(course, registered) : new Place(null, null, null),
                        fate == 3 ? ending(registered) : null,
                        fate == 4 ? List.of("PLACES_TAKEN", "TOO_FAR") : List.of(),
                        new SixWeeksClock(
                                fate > 3 && fate < 6 ? registered.plusDays(42) : null,
                                random.nextBoolean(),
                                random.nextBoolean())));
    }

    private CourseType recommended() {
        return one(List.of(CourseType.GENERAL, CourseType.GENERAL, CourseType.LITERACY));
    }

    private List<ReportRound> rounds() {
        return List.of(
                round(true, List.of("capacity", "no-justified-envy"), List.of()),
                round(true, List.of("capacity", "no-justified-envy"), List.of()),
                round(false, List.of("capacity"), List.of("no-justified-envy")));
    }

    private ReportRound round(boolean passed, List<String> holding, List<String> violated) {
        return new ReportRound(
                new UUID(random.nextLong(), 1), FROM.plusDays(9), passed, holding, violated);
    }

    private List<ReportOverride> overrides() {
        List<ReportOverride> overrides = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            overrides.add(
                    new ReportOverride(
                            new UUID(random.nextLong(), 2),
                            FROM.plusDays(9),
                            one(List.copyOf(courses.keySet())),
                            one(List.of("EARLIER_MISTAKE", "SPECIAL_HARDSHIP")),
                            "koordination",
                            i % 2));
        }
        return overrides;
    }

    private List<ReportPassing> passings() {
        List<ReportPassing> passings = new ArrayList<>();
        List<UUID> from = List.copyOf(courses.keySet());
        for (int i = 0; i < 12; i++) {
            passings.add(
                    new ReportPassing(
                            new UUID(random.nextLong(), 3),
                            FROM.plusDays(9),
                            one(from),
                            one(from)));
        }
        return passings;
    }

    private Place place(UUID course, LocalDate registered) {
        return new Place(
                at(registered.plusDays(5 + random.nextInt(4))),
                null,
                new Place.Started(course, registered.plusDays(20 + random.nextInt(25))));
    }

    private Ending ending(LocalDate registered) {
        return new Ending(
                Ending.How.WITHDRAWN,
                one(List.of("MOVED_AWAY", "FOUND_WORK")),
                registered.plusDays(9));
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
