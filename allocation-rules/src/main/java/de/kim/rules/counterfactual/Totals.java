package de.kim.rules.counterfactual;

import de.kim.events.Gender;
import de.kim.rules.Assignment;
import de.kim.rules.Course;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a round gave, or several.
 *
 * @param places how many people got one
 * @param emptySeats free places that nobody got
 * @param waitingDays of those who got a place, from registration to the start of the section, added
 *     up
 * @param women how many of them are women
 * @param childcare how many of them need childcare
 */
public record Totals(long places, long emptySeats, long waitingDays, long women, long childcare) {
    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    static Totals of(RoundInput input, Collection<Assignment> assignments) {
        Map<UUID, Person> people =
                input.people().stream()
                        .collect(Collectors.toMap(Person::referralId, Function.identity()));
        Map<UUID, Course> courses =
                input.courses().stream()
                        .collect(Collectors.toMap(Course::courseId, Function.identity()));
        long free = input.courses().stream().mapToLong(Course::freePlaces).sum();
        Totals totals = new Totals(0, free, 0, 0, 0);
        for (Assignment place : assignments) {
            Person person = people.get(place.referralId());
            Course course = courses.get(place.courseId());
            if (person == null || course == null) {
                throw new IllegalArgumentException("a place of nobody, or nowhere: " + place);
            }
            totals = totals.plus(one(person, course, place.section()));
        }
        return totals;
    }

    private static Totals one(Person person, Course course, int section) {
        long days =
                course.section(section)
                        .map(s -> ChronoUnit.DAYS.between(person.registeredOn(), s.begins()))
                        .orElse(0L);
        return new Totals(
                1,
                -1,
                days,
                person.gender() == Gender.FEMALE ? 1 : 0,
                person.childcareNeeded() ? 1 : 0);
    }

    Totals plus(Totals other) {
        return new Totals(
                places + other.places,
                emptySeats + other.emptySeats,
                waitingDays + other.waitingDays,
                women + other.women,
                childcare + other.childcare);
    }
}
