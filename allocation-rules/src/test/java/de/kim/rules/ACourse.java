package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A course for tests: a general one in Osnabrück from 7 December 2026, with one place. */
public final class ACourse {
    private final int number;
    private String provider = "provider-1";
    private CourseType type = CourseType.GENERAL;
    private List<Section> sections = sections("2026-12-07", 1, 7);
    private List<WeeklyTime> times = mornings();
    private Venue venue = new Venue("03404000", 52276400, 8047200, false);
    private boolean childcare;
    private boolean womenOnly;
    private boolean online;
    private int places = 1;
    private int version = 1;
    private boolean open = true;

    private ACourse(int number) {
        this.number = number;
    }

    public static ACourse number(int number) {
        return new ACourse(number);
    }

    public static UUID id(int number) {
        return new UUID(0x3000, number);
    }

    /** Five mornings of five teaching units: 25 UE a week. */
    public static List<WeeklyTime> mornings() {
        List<WeeklyTime> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.add(new WeeklyTime(day, LocalTime.of(8, 30), LocalTime.of(12, 15)));
            }
        }
        return week;
    }

    /** Sections of four weeks each. */
    public static List<Section> sections(String begins, int first, int last) {
        LocalDate begin = LocalDate.parse(begins);
        List<Section> sections = new ArrayList<>();
        for (int n = first; n <= last; n++) {
            LocalDate start = begin.plusWeeks(4L * (n - first));
            sections.add(new Section(n, start, start.plusDays(25)));
        }
        return sections;
    }

    public ACourse of(String providerId) {
        provider = providerId;
        return this;
    }

    public ACourse type(CourseType value) {
        type = value;
        return this;
    }

    public ACourse begins(String day) {
        sections = sections(day, 1, 7);
        return this;
    }

    public ACourse sections(List<Section> list) {
        sections = list;
        return this;
    }

    public ACourse times(WeeklyTime... list) {
        times = List.of(list);
        return this;
    }

    public ACourse at(int latitudeE6, int longitudeE6) {
        venue = new Venue("03404000", latitudeE6, longitudeE6, venue.accessible());
        return this;
    }

    public ACourse accessible() {
        venue = new Venue("03404000", venue.latitudeE6(), venue.longitudeE6(), true);
        return this;
    }

    public ACourse withChildcare() {
        childcare = true;
        return this;
    }

    public ACourse womenOnly() {
        womenOnly = true;
        return this;
    }

    public ACourse online() {
        online = true;
        return this;
    }

    public ACourse places(int free) {
        places = free;
        return this;
    }

    public ACourse version(int value) {
        version = value;
        return this;
    }

    public ACourse closed() {
        open = false;
        return this;
    }

    public Course build() {
        return new Course(
                id(number),
                provider,
                type,
                sections,
                times,
                venue,
                childcare,
                womenOnly,
                online,
                places,
                version,
                open);
    }
}
