package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An invented round by seed, dense enough that people compete, odd enough that every rule bites.
 * {@link Random}'s numbers are fixed by its specification, so the golden round may rest on them.
 */
public final class RandomRound {
    private static final CourseType[] TYPES = {
        CourseType.GENERAL, CourseType.GENERAL, CourseType.LITERACY, CourseType.YOUTH
    };
    private static final String[] HOMES = {
        "03404000", "03404000", "03459014", "03459024", "03459030", "05515000"
    };

    private final Random random;
    private final List<ACourse> courses = new ArrayList<>();
    private final List<APerson> people = new ArrayList<>();

    private RandomRound(long seed) {
        random = new Random(seed);
    }

    public static RoundInput of(long seed, int people, int courses) {
        RandomRound round = new RandomRound(seed);
        for (int c = 0; c < courses; c++) {
            round.courses.add(round.course(c));
        }
        for (int p = 0; p < people; p++) {
            round.people.add(round.person(p));
        }
        return ARound.of(round.people.toArray(APerson[]::new))
                .with(round.courses.toArray(ACourse[]::new))
                .admitted("provider-0", "2020-01-01", "2027-01-15", CourseType.values())
                .admitted("provider 1/ä", "2020-01-01", "2030-01-01", CourseType.GENERAL)
                .admitted("provider 1/ä", "2020-01-01", "2030-01-01", CourseType.LITERACY)
                .build();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String day(String first, int span) {
        return LocalDate.parse(first).plusDays(random.nextInt(span)).toString();
    }

    private ACourse course(int number) {
        CourseType type = any(TYPES);
        ACourse course =
                ACourse.number(number)
                        .of(chance(50) ? "provider-0" : "provider 1/ä")
                        .type(type)
                        .places(random.nextInt(4))
                        .version(random.nextInt(2));
        course.sections(
                type == CourseType.YOUTH
                        ? ACourse.sections(day("2025-04-25", 8), 1, 30)
                        : ACourse.sections(day("2026-10-20", 60), 1 + random.nextInt(2), 6));
        Municipality place = Municipalities.OSNABRUECK.get(random.nextInt(20));
        course.at(place.latitudeE6(), place.longitudeE6());
        if (chance(30)) {
            course.times(lesson(8), lesson(14));
        }
        if (chance(50)) {
            course.withChildcare();
        }
        if (chance(50)) {
            course.accessible();
        }
        if (chance(10)) {
            course.womenOnly();
        }
        if (chance(15)) {
            course.online();
        }
        return chance(4) ? course.closed() : course;
    }

    private WeeklyTime lesson(int hour) {
        DayOfWeek day = DayOfWeek.of(1 + random.nextInt(5));
        return new WeeklyTime(day, LocalTime.of(hour, 15), LocalTime.of(hour + 3, 45));
    }

    private APerson person(int number) {
        CourseType type = any(TYPES);
        int section = 1 + random.nextInt(3);
        APerson person =
                APerson.number(number)
                        .registered(day("2026-09-01", 12))
                        .recommended(type, type == CourseType.YOUTH ? 20 + section : section)
                        .aged(any(AgeBand.values()))
                        .gender(any(Gender.values()))
                        .livesIn(any(HOMES))
                        .entitled(any(LegalBasis.values()), day("2025-12-01", 120), null);
        if (chance(40)) {
            String lapses = day("2026-11-20", 60);
            person.alsoEntitled(any(LegalBasis.values()), day("2026-01-01", 120), lapses);
        }
        if (chance(20)) {
            person.hasTime(mornings());
        }
        needs(person);
        history(person);
        return person;
    }

    private static WeeklyTime[] mornings() {
        List<WeeklyTime> halves = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            halves.add(new WeeklyTime(day, LocalTime.of(10, 0), LocalTime.of(13, 0)));
            halves.add(new WeeklyTime(day, LocalTime.of(8, 0), LocalTime.of(10, 0)));
        }
        return halves.toArray(WeeklyTime[]::new);
    }

    private void needs(APerson person) {
        if (chance(25)) {
            person.needsChildcare();
        }
        if (chance(15)) {
            person.needsAccessibility();
        }
        while (chance(50)) {
            if (chance(30)) {
                person.wishesProvider(chance(50) ? "provider-0" : "provider 1/ä");
            } else {
                person.wishes(anyCourse());
            }
        }
        if (chance(10)) {
            person.onlyWishes();
        }
    }

    private void history(APerson person) {
        if (chance(10)) {
            person.lostPlace();
        }
        if (chance(20)) {
            person.declined(anyCourse(), random.nextInt(2));
        }
        if (chance(10)) {
            person.expired(anyCourse());
        }
        if (chance(10)) {
            ACourse held = anyCourse();
            person.holds(held, held.build().sections().get(0).number());
        }
        if (chance(10)) {
            person.lottery("7");
        }
    }

    private ACourse anyCourse() {
        return courses.get(random.nextInt(courses.size()));
    }
}
