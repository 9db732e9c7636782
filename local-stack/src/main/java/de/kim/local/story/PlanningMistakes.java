package de.kim.local.story;

import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes wrong where a provider plans a course: each time one thing of the plan is wrong. */
record PlanningMistakes(String provider, LocalDate today) {
    private static final WeeklyTime TIME =
            new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(21, 15));
    private static final WeeklyTime OVERLAPPING =
            new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(22, 0));
    private static final Venue ELSEWHERE = new Venue("03459024", 52_203_000, 8_336_000, true);
    private static final Venue VIENNA = new Venue("03404000", 48_208_000, 16_372_000, true);
    private static final Venue HERE = new Venue("03404000", 52_279_900, 8_047_200, true);

    List<Mistake> all() {
        return List.of(
                plan("PROVIDER_NOT_FOUND", "providerId", "traeger-08"),
                plan("NOT_ADMITTED_ONLINE", "online", true),
                plan("NOT_ADMITTED_IN_AREA", "venue", ELSEWHERE),
                plan("VENUE_OUT_OF_RANGE", "venue", VIENNA),
                plan("NO_SECTIONS", "sections", List.of()),
                plan("SECTION_OUT_OF_RANGE", "sections", List.of(section(4, 30, 40))),
                plan(
                        "SECTIONS_OUT_OF_ORDER",
                        "sections",
                        List.of(section(1, 30, 40), section(3, 45, 55))),
                plan(
                        "SECTIONS_OVERLAP",
                        "sections",
                        List.of(section(1, 30, 40), section(2, 40, 50))),
                plan("DATE_OUT_OF_RANGE", "sections", List.of(section(3, 30, 2000))),
                plan("NO_TIMES", "times", List.of()),
                plan("TIMES_OVERLAP", "times", List.of(TIME, OVERLAPPING)),
                plan(
                        "INTERRUPTIONS_OVERLAP",
                        "interruptions",
                        List.of(pause(32, 35), pause(34, 36))),
                plan("INTERRUPTION_OUTSIDE_COURSE", "interruptions", List.of(pause(28, 29))));
    }

    /** A right plan: the last section of a course for repeaters, from one day to another. */
    Map<String, Object> course(int begins, int ends) {
        Map<String, Object> course = new HashMap<>();
        course.put("providerId", provider);
        course.put("courseType", "REPEAT");
        course.put("sections", List.of(section(3, begins, ends)));
        course.put("times", List.of(TIME));
        course.put("venue", HERE);
        course.put("childcare", false);
        course.put("womenOnly", false);
        course.put("online", false);
        course.put("places", 1);
        return course;
    }

    private Mistake plan(String code, String field, Object wrong) {
        var course = course(30, 40);
        course.put(field, wrong);
        return new Mistake(Desk.CATALOG, code, provider, "/api/courses", course);
    }

    private Section section(int number, int begins, int ends) {
        return new Section(number, today.plusDays(begins), today.plusDays(ends));
    }

    private Interruption pause(int from, int until) {
        return new Interruption(today.plusDays(from), today.plusDays(until));
    }
}
