package de.kim.rules;

import de.kim.events.Exclusion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to name to somebody whose time runs out: a course with a free place that nothing but the
 * person's own choice keeps out of the round. It holds no place, and several people may be told of
 * the same one.
 */
public final class OtherCourses {
    /** What the person can change their mind about; nobody can wish away a missing ramp. */
    public static final Set<Exclusion> OWN_CHOICE =
            Set.of(
                    Exclusion.TOO_FAR,
                    Exclusion.NOT_WISHED,
                    Exclusion.DECLINED_BEFORE,
                    Exclusion.EXPIRED_BEFORE);

    private static final Comparator<Way> NEAREST =
            Comparator.comparingInt(Way::changes)
                    .thenComparing(Way::begins)
                    .thenComparingInt(Way::kilometres)
                    .thenComparing(way -> way.course().courseId(), Ids.ORDER);

    private final List<Course> courses;
    private final Eligibility eligibility;

    private record Way(Course course, int changes, LocalDate begins, int kilometres) {}

    public OtherCourses(RoundInput input) {
        courses = input.courses();
        eligibility = new Eligibility(input);
    }

    /**
     * The course that asks the least of the person: the fewest changes of mind, then the earliest
     * start, then the nearest.
     *
     * @param notThis the course of the offer or place that the clock is about
     */
    public Optional<UUID> of(Person person, @Nullable UUID notThis) {
        return courses.stream()
                .filter(course -> course.freePlaces() > 0 && !course.courseId().equals(notThis))
                .flatMap(course -> way(person, course).stream())
                .min(NEAREST)
                .map(way -> way.course().courseId());
    }

    private Optional<Way> way(Person person, Course course) {
        Eligibility.Finding found = eligibility.check(person, course);
        return Optional.ofNullable(found.section())
                .filter(section -> OWN_CHOICE.containsAll(found.exclusions()))
                .map(
                        section ->
                                new Way(
                                        course,
                                        found.exclusions().size(),
                                        section.begins(),
                                        eligibility.kilometres(person, course)));
    }
}
