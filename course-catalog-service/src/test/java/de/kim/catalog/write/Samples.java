package de.kim.catalog.write;

import de.kim.events.AdmissionKind;
import de.kim.events.CancellationReason;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One invented provider and course, and what can happen to them. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Berlin"));
    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final UUID ANNA = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID BELA = UUID.fromString("00000000-0000-0000-0000-000000000002");
    static final String PROVIDER = "traeger-01";
    static final Venue VENUE = new Venue("03404000", 52_279_000, 8_047_000, true);
    static final WeeklyTime MONDAY =
            new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 30), LocalTime.of(12, 45));
    static final CoursePlan PLAN = plan(TODAY);
    static final CourseTerms TERMS = new CourseTerms(CourseExtent.PART_TIME, false, false, false);

    /** Admitted for every type, online and everywhere. */
    static final Admissions.Admission EVERYTHING = new Admissions.Admission(true, List.of());

    private Samples() {}

    static CoursePlan plan(LocalDate begins) {
        return new CoursePlan(
                List.of(section(1, begins), section(2, begins.plusDays(30))),
                List.of(MONDAY),
                VENUE,
                List.of());
    }

    static Section section(int number, LocalDate begins) {
        return new Section(number, begins, begins.plusDays(29));
    }

    static ScheduleCourse schedule(CourseType type, CoursePlan plan, int places) {
        return schedule(type, plan, TERMS, new Places(places, 0));
    }

    static ScheduleCourse schedule(
            CourseType type, CoursePlan plan, CourseTerms terms, Places places) {
        return new ScheduleCourse(ID, PROVIDER, type, plan, terms, List.of("uk", "ar"), places);
    }

    /** Weeks without lessons inside the plan. */
    static CoursePlan interrupted(Interruption... interruptions) {
        return new CoursePlan(PLAN.sections(), PLAN.times(), VENUE, List.of(interruptions));
    }

    static CourseHistory.Rescheduled rescheduled(CoursePlan plan, ChangedTerms terms) {
        return new CourseHistory.Rescheduled(
                ID,
                plan.sections(),
                plan.times(),
                plan.venue(),
                plan.interruptions(),
                terms.extent(),
                terms.childcare(),
                terms.womenOnly(),
                terms.online());
    }

    static StartCourse start(LocalDate day, List<UUID> started, List<UUID> missing) {
        return new StartCourse(ID, day, started, missing);
    }

    static final CourseHistory SCHEDULED =
            new CourseHistory.Scheduled(
                    ID,
                    PROVIDER,
                    CourseType.GENERAL,
                    PLAN.sections(),
                    PLAN.times(),
                    VENUE,
                    false,
                    false,
                    false,
                    20,
                    List.of(),
                    CourseExtent.PART_TIME,
                    List.of("ar", "uk"),
                    0,
                    TODAY);
    static final CourseHistory STARTED = new CourseHistory.Started(ID, TODAY, 1);
    static final CourseHistory ANNA_STARTED = new CourseHistory.ParticipantStarted(ID, ANNA, TODAY);
    static final CourseHistory CANCELLED =
            new CourseHistory.Cancelled(ID, CancellationReason.NO_ROOM);
    static final CourseHistory COMPLETED = new CourseHistory.Completed(ID, TODAY);

    static ProviderHistory.Admitted admitted(LocalDate from, LocalDate until) {
        return new ProviderHistory.Admitted(
                PROVIDER,
                "Musterträger 1",
                List.of(CourseType.GENERAL),
                AdmissionKind.FIRST,
                from,
                until,
                true,
                List.of("03404", "03459"));
    }
}
