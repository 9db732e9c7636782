package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Example;

/** A whole round, from raw input to places, cut-offs and reasons, by example. */
class ClearingRoundTest {
    private static final int PEOPLE = 60;
    private static final int COURSES = 20;

    @Example
    void the_invented_rounds_exercise_every_exclusion_and_a_held_place() {
        Set<Exclusion> seen = EnumSet.noneOf(Exclusion.class);
        boolean heldBack = false;
        for (long seed = 0; seed < 20; seed++) {
            RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
            RoundReasons reasons = new RoundReasons(input, ClearingRound.decide(input));
            for (Person person : input.people()) {
                for (CourseReason reason : reasons.of(person.referralId())) {
                    seen.addAll(reason.exclusions());
                    heldBack |= reason.exclusions().isEmpty() && reason.rank() == null;
                }
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(Exclusion.class));
        assertThat(heldBack).isTrue();
    }

    @Example
    void who_holds_a_place_takes_part_only_with_courses_above_it() {
        ACourse held = ACourse.number(1).places(5);
        ACourse wished = ACourse.number(2).begins("2027-02-01");
        ACourse later = ACourse.number(3).begins("2027-03-01").places(5);
        APerson person = APerson.number(1).wishes(wished).holds(held, 1);
        ARound round = ARound.of(person).with(held, wished, later);
        assertThat(round.decide().assignments())
                .containsExactly(new Assignment(APerson.referral(1), ACourse.id(2), 1));
        wished.places(0);
        ARound without = ARound.of(person).with(held, wished, later);
        RoundInput input = without.build();
        RoundOutcome outcome = ClearingRound.decide(input);
        assertThat(outcome.assignments()).isEmpty();
        assertThat(new RoundReasons(input, outcome).of(APerson.referral(1)))
                .containsExactly(
                        new CourseReason(ACourse.id(2), List.of(), 1, 0),
                        new CourseReason(ACourse.id(1), List.of(), null, null),
                        new CourseReason(ACourse.id(3), List.of(), null, null));
    }

    @Example
    void reasons_name_rank_and_cut_off_or_every_exclusion() {
        ACourse full = ACourse.number(1);
        ACourse free = ACourse.number(2).begins("2027-01-04").places(9);
        ACourse other = ACourse.number(3).closed();
        APerson first = APerson.number(1).registered("2026-01-01");
        APerson second = APerson.number(2).registered("2026-02-01");
        RoundInput input = ARound.of(first, second).with(full, free, other).build();
        RoundReasons reasons = new RoundReasons(input, ClearingRound.decide(input));
        assertThat(reasons.of(APerson.referral(2)))
                .containsExactly(
                        new CourseReason(ACourse.id(1), List.of(), 2, 1),
                        new CourseReason(ACourse.id(2), List.of(), 2, null),
                        new CourseReason(
                                ACourse.id(3), List.of(Exclusion.ENTRY_CLOSED), null, null));
    }

    @Example
    void an_outcome_counts_places_left_and_applicants() {
        RoundOutcome outcome =
                ARound.of(APerson.number(1), APerson.number(2))
                        .with(ACourse.number(1).places(3))
                        .decide();
        CourseResult course = Objects.requireNonNull(outcome.courses().get(0));
        assertThat(course).isEqualTo(new CourseResult(ACourse.id(1), 3, 2, 2, null));
        assertThat(course.placesLeft()).isEqualTo(1);
    }

    @Example
    void an_empty_round_decides_nothing() {
        assertThat(ARound.of().decide().assignments()).isEmpty();
        assertThat(ARound.of(APerson.number(1)).decide().assignments()).isEmpty();
        assertThat(ARound.of().with(ACourse.number(1)).decide().courses()).hasSize(1);
    }
}
