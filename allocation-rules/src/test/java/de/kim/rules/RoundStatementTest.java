package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseReason;
import de.kim.events.CourseType;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.rules.RoundStatement.Obstacle;
import de.kim.rules.RoundStatement.PlacesLeft;
import de.kim.rules.RoundStatement.Unmatched;
import de.kim.rules.RoundStatement.Why;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * A round as a whole: how many got a place, and why the others and the places left did not meet.
 */
class RoundStatementTest {
    private final APerson first = APerson.number(1).registered("2026-01-01");
    private final APerson second = APerson.number(2).registered("2026-02-01");

    private static RoundStatement statement(ARound round) {
        RoundInput input = round.build();
        return new RoundReasons(input, ClearingRound.decide(input)).statement();
    }

    @Example
    void whoever_stands_behind_the_last_place_is_counted_once() {
        RoundStatement statement =
                statement(
                        ARound.of(first, second)
                                .with(ACourse.number(1).places(1), ACourse.number(2).places(0)));
        assertThat(statement.waiting()).isEqualTo(2);
        assertThat(statement.matched()).isEqualTo(1);
        assertThat(statement.unmatched()).containsExactly(new Unmatched(Why.NO_PLACE_LEFT, 1));
        assertThat(statement.obstacles()).isEmpty();
        assertThat(statement.placesLeft()).isEmpty();
    }

    @Example
    void whoever_holds_a_place_waits_for_a_better_one() {
        ACourse held = ACourse.number(1).places(0);
        RoundStatement statement = statement(ARound.of(first.holds(held, 1)).with(held));
        assertThat(statement.unmatched()).containsExactly(new Unmatched(Why.NO_BETTER_PLACE, 1));
    }

    @Example
    void what_stands_in_the_way_is_what_fails_at_the_nearest_course() {
        ACourse womenFarFromReach = ACourse.number(2).womenOnly();
        RoundStatement statement =
                statement(
                        ARound.of(first.gender(Gender.MALE).needsChildcare())
                                .with(ACourse.number(1), womenFarFromReach));
        assertThat(statement.unmatched()).containsExactly(new Unmatched(Why.NO_COURSE_OPEN, 1));
        assertThat(statement.obstacles())
                .containsExactly(new Obstacle(Exclusion.CHILDCARE_MISSING, 1));
    }

    @Example
    void without_a_course_of_the_type_the_type_stands_in_the_way() {
        RoundStatement statement =
                statement(
                        ARound.of(first.recommended(CourseType.LITERACY, 1).needsChildcare())
                                .with(ACourse.number(1).places(3)));
        assertThat(statement.obstacles())
                .containsExactly(new Obstacle(Exclusion.COURSE_TYPE_MISMATCH, 1));
        assertThat(statement.placesLeft())
                .containsExactly(
                        new PlacesLeft(
                                ACourse.id(1),
                                3,
                                0,
                                0,
                                List.of(new Obstacle(Exclusion.COURSE_TYPE_MISMATCH, 1))));
    }

    @Example
    void places_are_left_because_people_took_another_course_or_could_not() {
        RoundStatement statement =
                statement(
                        ARound.of(first, second.needsChildcare())
                                .with(
                                        ACourse.number(1).places(1),
                                        ACourse.number(2).begins("2027-02-01").places(2)));
        assertThat(statement.placesLeft())
                .containsExactly(
                        new PlacesLeft(
                                ACourse.id(2),
                                2,
                                0,
                                1,
                                List.of(new Obstacle(Exclusion.CHILDCARE_MISSING, 1))));
    }

    @Example
    void a_course_that_takes_nobody_has_no_places_left() {
        assertThat(statement(ARound.of(first).with(ACourse.number(1).closed())).placesLeft())
                .isEmpty();
    }

    @Property(tries = 50)
    void everybody_is_counted_once_and_the_counts_are_those_of_the_reasons(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, 40, 12);
        RoundOutcome outcome = ClearingRound.decide(input);
        RoundReasons reasons = new RoundReasons(input, outcome);
        RoundStatement statement = reasons.statement();
        int unmatched = statement.unmatched().stream().mapToInt(Unmatched::people).sum();
        assertThat(statement.matched() + unmatched).isEqualTo(statement.waiting()).isEqualTo(40);
        Map<UUID, Assignment> places = outcome.byReferral();
        for (PlacesLeft course : statement.placesLeft()) {
            long open =
                    input.people().stream()
                            .map(Person::referralId)
                            .filter(id -> isOpen(reasons.of(id), course.courseId()))
                            .filter(id -> !isAt(places.get(id), course.courseId()))
                            .count();
            assertThat(course.left()).isPositive();
            assertThat(course.tookAnother()).isEqualTo((int) open);
        }
    }

    private static boolean isOpen(List<CourseReason> reasons, UUID courseId) {
        return reasons.stream()
                .anyMatch(r -> r.courseId().equals(courseId) && r.exclusions().isEmpty());
    }

    private static boolean isAt(@Nullable Assignment place, UUID course) {
        return place != null && place.courseId().equals(course);
    }
}
