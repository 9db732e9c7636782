package de.kim.simulator;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.rules.Course;
import de.kim.rules.Municipality;
import de.kim.rules.Rulebooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invents the courses. The shares are assumptions, each named in docs/simulator.md. */
final class CoursePlan {
    /** Providers publish three months ahead, § 20(5) IntV. */
    private static final int PUBLISHED_DAYS_BEFORE = 91;

    private static final int SECTION_DAYS = 28;

    private final Scope scope;
    private final Country country;

    CoursePlan(Scope scope, Country country) {
        this.scope = scope;
        this.country = country;
    }

    PlannedCourse course(LocalDate begins, Dice dice) {
        int district = country.anyDistrict(dice);
        CourseType type = Population.TYPES[dice.weighed(Population.OF_TYPE)];
        Municipality place = country.anyVenue(district, dice);
        Course course =
                new Course(
                        dice.id(),
                        Country.provider(district, dice.below(scope.providers)),
                        type,
                        sections(type, begins),
                        Week.values()[dice.weighed(60, 20, 20)].lessons,
                        new Venue(
                                place.key(),
                                place.latitudeE6(),
                                place.longitudeE6(),
                                dice.chance(60)),
                        dice.chance(15),
                        dice.chance(4),
                        dice.chance(1),
                        places(type, dice),
                        1,
                        true);
        return new PlannedCourse(course, begins.minusDays(PUBLISHED_DAYS_BEFORE));
    }

    /** Between three quarters of the largest group and all of it. */
    private static int places(CourseType type, Dice dice) {
        int most = rule(type).maxGroup();
        return most - dice.below(most / 4 + 1);
    }

    private static List<Section> sections(CourseType type, LocalDate begins) {
        List<Section> sections = new ArrayList<>();
        for (int n = 1; n <= rule(type).sections(); n++) {
            LocalDate from = begins.plusDays((long) SECTION_DAYS * (n - 1));
            sections.add(new Section(n, from, from.plusDays(SECTION_DAYS - 3)));
        }
        return sections;
    }

    private static CourseTypeRule rule(CourseType type) {
        return Rulebooks.FIRST.courseTypes().stream()
                .filter(rule -> rule.type() == type)
                .findAny()
                .orElseThrow();
    }
}
