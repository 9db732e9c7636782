package de.kim.rules;

import de.kim.events.Exclusion;
import de.kim.rules.RoundStatement.Obstacle;
import de.kim.rules.RoundStatement.PlacesLeft;
import de.kim.rules.RoundStatement.Unmatched;
import de.kim.rules.RoundStatement.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what a round's statement says. */
final class StatementTally {
    private static final Comparator<Obstacle> MOST_FIRST =
            Comparator.comparingInt(Obstacle::people).reversed().thenComparing(Obstacle::exclusion);

    private final int waiting;
    private final RoundInput input;
    private final RoundOutcome outcome;
    private final Eligibility eligibility;
    private final RoundLists lists;
    private final Map<UUID, Assignment> places;

    /**
     * @param input what the rule decided about, of the whole
     */
    StatementTally(
            RoundInput whole,
            RoundInput input,
            RoundOutcome outcome,
            Eligibility eligibility,
            RoundLists lists) {
        this.waiting = whole.people().size();
        this.input = input;
        this.outcome = outcome;
        this.eligibility = eligibility;
        this.lists = lists;
        this.places = outcome.byReferral();
    }

    RoundStatement statement() {
        Map<Why, Integer> unmatched = new EnumMap<>(Why.class);
        Map<Exclusion, Integer> obstacles = new EnumMap<>(Exclusion.class);
        for (int p = 0; p < input.people().size(); p++) {
            Person person = input.people().get(p);
            if (!places.containsKey(person.referralId())) {
                Why why = why(person, lists.preferences[p]);
                unmatched.merge(why, 1, Integer::sum);
                if (why == Why.NO_COURSE_OPEN) {
                    inTheWay(person).forEach(each -> obstacles.merge(each, 1, Integer::sum));
                }
            }
        }
        return new RoundStatement(
                waiting,
                places.size(),
                unmatched.entrySet().stream()
                        .map(each -> new Unmatched(each.getKey(), each.getValue()))
                        .toList(),
                sorted(obstacles),
                placesLeft());
    }

    private static Why why(Person person, int[] choices) {
        if (person.held() != null) {
            return Why.NO_BETTER_PLACE;
        }
        return choices.length > 0 ? Why.NO_PLACE_LEFT : Why.NO_COURSE_OPEN;
    }

    /**
     * The tests that fail at the courses which come closest: of the recommended type, with the
     * fewest failed tests. What a course that is out of reach anyway fails too says nothing.
     */
    private Set<Exclusion> inTheWay(Person person) {
        Set<Exclusion> nearest = EnumSet.noneOf(Exclusion.class);
        int fewest = Integer.MAX_VALUE;
        for (Course course : input.courses()) {
            if (course.type() == person.recommendedType()) {
                Set<Exclusion> failed = eligibility.check(person, course).exclusions();
                if (failed.size() < fewest) {
                    nearest.clear();
                    fewest = failed.size();
                }
                if (failed.size() == fewest) {
                    nearest.addAll(failed);
                }
            }
        }
        return nearest.isEmpty() ? EnumSet.of(Exclusion.COURSE_TYPE_MISMATCH) : nearest;
    }

    private List<PlacesLeft> placesLeft() {
        List<PlacesLeft> left = new ArrayList<>();
        for (int c = 0; c < input.courses().size(); c++) {
            CourseResult result = outcome.courses().get(c);
            Course course = input.courses().get(c);
            if (result.placesLeft() > 0 && !eligibility.closed(course)) {
                left.add(placesLeft(course, result));
            }
        }
        return left;
    }

    private PlacesLeft placesLeft(Course course, CourseResult result) {
        Map<Exclusion, Integer> obstacles = new EnumMap<>(Exclusion.class);
        int tookAnother = 0;
        for (Person person : input.people()) {
            Assignment place = places.get(person.referralId());
            if (place == null || !place.courseId().equals(course.courseId())) {
                Set<Exclusion> failed = failed(person, course);
                failed.forEach(each -> obstacles.merge(each, 1, Integer::sum));
                tookAnother += failed.isEmpty() ? 1 : 0;
            }
        }
        return new PlacesLeft(
                course.courseId(),
                result.freePlaces(),
                result.taken(),
                tookAnother,
                sorted(obstacles));
    }

    private Set<Exclusion> failed(Person person, Course course) {
        return course.type() == person.recommendedType()
                ? eligibility.check(person, course).exclusions()
                : EnumSet.of(Exclusion.COURSE_TYPE_MISMATCH);
    }

    private static List<Obstacle> sorted(Map<Exclusion, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> new Obstacle(each.getKey(), each.getValue()))
                .sorted(MOST_FIRST)
                .collect(Collectors.toList());
    }
}
