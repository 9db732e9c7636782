package de.kim.rules;

import de.kim.rules.InvalidRound.Code;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Places that are given before the rule decides about the others. */
final class FixedPlaces {
    private FixedPlaces() {}

    static void check(List<Assignment> fixed, List<Person> people, List<Course> courses) {
        Map<UUID, Person> peopleById = byId(people, Person::referralId);
        Map<UUID, Course> coursesById = byId(courses, Course::courseId);
        Set<UUID> seen = new HashSet<>();
        Map<UUID, Integer> taken = taken(fixed);
        for (Assignment place : fixed) {
            Person person = peopleById.get(place.referralId());
            Course course = coursesById.get(place.courseId());
            if (person == null || course == null || course.section(place.section()).isEmpty()) {
                throw new InvalidRound(Code.OVERRIDE_UNKNOWN, place.toString());
            }
            boolean free = taken.getOrDefault(place.courseId(), 0) <= course.freePlaces();
            InvalidRound.require(
                    free && person.held() == null && seen.add(place.referralId()),
                    Code.OVERRIDE_WITHOUT_PLACE,
                    place);
        }
    }

    /** Everybody who gets no fixed place. */
    static List<Person> others(List<Assignment> fixed, List<Person> people) {
        Set<UUID> given = fixed.stream().map(Assignment::referralId).collect(Collectors.toSet());
        return people.stream().filter(person -> !given.contains(person.referralId())).toList();
    }

    /** The courses with the places that are left. */
    static List<Course> left(List<Assignment> fixed, List<Course> courses) {
        Map<UUID, Integer> taken = taken(fixed);
        return courses.stream()
                .map(course -> fewer(course, taken.getOrDefault(course.courseId(), 0)))
                .toList();
    }

    private static Map<UUID, Integer> taken(List<Assignment> fixed) {
        Map<UUID, Integer> taken = new HashMap<>();
        fixed.forEach(place -> taken.merge(place.courseId(), 1, Integer::sum));
        return taken;
    }

    private static Course fewer(Course course, int taken) {
        return taken == 0
                ? course
                : new Course(
                        course.courseId(),
                        course.providerId(),
                        course.type(),
                        course.sections(),
                        course.times(),
                        course.venue(),
                        course.childcare(),
                        course.womenOnly(),
                        course.online(),
                        course.freePlaces() - taken,
                        course.version(),
                        course.open());
    }

    private static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
