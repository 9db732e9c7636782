package de.kim.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.LegalBasis;
import de.kim.events.Verdict;
import de.kim.rules.ACourse;
import de.kim.rules.APerson;
import de.kim.rules.ARound;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.CourseResult;
import de.kim.rules.RandomRound;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The verifier must catch what is planted. */
class RoundVerifierTest {
    private final APerson first = APerson.number(1).registered("2026-01-01");
    private final APerson second = APerson.number(2).registered("2026-02-01");
    private final APerson third = APerson.number(3).registered("2026-03-01");
    private final ACourse early = ACourse.number(1);
    private final ACourse late = ACourse.number(2).begins("2027-02-01");

    private static Assignment place(int person, int course) {
        return new Assignment(APerson.referral(person), ACourse.id(course), 1);
    }

    /** The outcome with these places instead of the right ones. */
    private static RoundOutcome planted(RoundInput input, List<Assignment> places) {
        RoundOutcome right = ClearingRound.decide(input);
        return new RoundOutcome(1, right.inputDigest(), places, right.courses());
    }

    private static List<String> broken(RoundInput input, RoundOutcome outcome) {
        return RoundVerifier.verify(input, outcome).stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::property)
                .toList();
    }

    private static List<String> broken(RoundInput input, Assignment... places) {
        return broken(input, planted(input, List.of(places)));
    }

    @Example
    void the_right_outcome_passes_with_a_verdict_on_every_property() {
        RoundInput input = ARound.of(first, second, third).with(early, late).build();
        List<Verdict> verdicts = RoundVerifier.verify(input, ClearingRound.decide(input));
        assertThat(verdicts)
                .extracting(Verdict::property)
                .containsExactly(
                        RoundVerifier.INPUT,
                        RoundVerifier.ONE_OFFER_PER_PERSON,
                        RoundVerifier.CAPACITY,
                        RoundVerifier.ELIGIBILITY,
                        RoundVerifier.NO_JUSTIFIED_ENVY,
                        RoundVerifier.NO_AVOIDABLE_FREE_PLACE,
                        RoundVerifier.STATUTORY_PRIORITY,
                        RoundVerifier.CUT_OFFS);
        assertThat(RoundVerifier.passed(verdicts)).isTrue();
    }

    @Example
    void two_people_swapped_is_justified_envy_and_the_pair_is_named() {
        RoundInput input = ARound.of(first, second).with(early, late).build();
        RoundOutcome swapped = planted(input, List.of(place(1, 2), place(2, 1)));
        assertThat(broken(input, swapped))
                .containsExactly(RoundVerifier.NO_JUSTIFIED_ENVY, RoundVerifier.CUT_OFFS);
        assertThat(RoundVerifier.blockingPairs(input, swapped))
                .containsExactly(
                        new BlockingPair(APerson.referral(1), ACourse.id(1), APerson.referral(2)));
    }

    @Example
    void an_overfilled_course_breaks_capacity() {
        RoundInput input = ARound.of(first, second).with(early, late).build();
        assertThat(broken(input, place(1, 1), place(2, 1))).contains(RoundVerifier.CAPACITY);
    }

    @Example
    void a_place_for_somebody_ineligible_is_found() {
        RoundInput input = ARound.of(first.needsChildcare()).with(early).build();
        assertThat(broken(input, place(1, 1))).contains(RoundVerifier.ELIGIBILITY);
    }

    @Example
    void the_wrong_section_is_found() {
        RoundInput input = ARound.of(first).with(early).build();
        assertThat(broken(input, new Assignment(APerson.referral(1), ACourse.id(1), 2)))
                .containsExactly(RoundVerifier.ELIGIBILITY);
    }

    @Example
    void a_place_below_the_held_one_is_found() {
        RoundInput input = ARound.of(first.holds(early, 1)).with(early, late).build();
        assertThat(broken(input, place(1, 2))).contains(RoundVerifier.ELIGIBILITY);
    }

    @Example
    void a_free_place_that_somebody_wants_is_avoidable() {
        RoundInput input = ARound.of(first, second).with(early, late).build();
        RoundOutcome wasteful = planted(input, List.of(place(1, 1)));
        assertThat(broken(input, wasteful))
                .containsExactly(RoundVerifier.NO_AVOIDABLE_FREE_PLACE, RoundVerifier.CUT_OFFS);
        assertThat(RoundVerifier.blockingPairs(input, wasteful))
                .containsExactly(new BlockingPair(APerson.referral(2), ACourse.id(2), null));
    }

    @Example
    void two_offers_for_one_person_are_found() {
        RoundInput input = ARound.of(first).with(early, late).build();
        assertThat(broken(input, place(1, 1), place(1, 2)))
                .contains(RoundVerifier.ONE_OFFER_PER_PERSON);
    }

    @Example
    void somebody_with_statutory_priority_behind_somebody_without_is_found() {
        APerson obliged =
                APerson.number(4).entitled(LegalBasis.OBLIGED_JOBCENTER, "2026-09-01", null);
        RoundInput input = ARound.of(first, obliged).with(early).build();
        assertThat(broken(input, place(1, 1)))
                .contains(RoundVerifier.STATUTORY_PRIORITY, RoundVerifier.NO_JUSTIFIED_ENVY);
    }

    @Example
    void strangers_are_found() {
        RoundInput input = ARound.of(first).with(early).build();
        assertThat(broken(input, place(1, 1), place(9, 1))).contains(RoundVerifier.INPUT);
        assertThat(broken(input, place(1, 9))).contains(RoundVerifier.INPUT);
    }

    @Example
    void an_outcome_of_another_input_or_algorithm_is_found() {
        RoundInput input = ARound.of(first).with(early).build();
        RoundOutcome right = ClearingRound.decide(input);
        RoundOutcome other = ARound.of(first).with(early).heldOn("2026-11-24").decide();
        assertThat(broken(input, other)).containsExactly(RoundVerifier.INPUT);
        assertThat(
                        broken(
                                input,
                                new RoundOutcome(
                                        2,
                                        right.inputDigest(),
                                        right.assignments(),
                                        right.courses())))
                .containsExactly(RoundVerifier.INPUT);
    }

    @Example
    void a_false_cut_off_is_found() {
        RoundInput input = ARound.of(first, second).with(early).build();
        RoundOutcome right = ClearingRound.decide(input);
        RoundOutcome kind =
                new RoundOutcome(
                        1,
                        right.inputDigest(),
                        right.assignments(),
                        List.of(new CourseResult(ACourse.id(1), 1, 1, 2, 2)));
        assertThat(broken(input, kind)).containsExactly(RoundVerifier.CUT_OFFS);
        RoundOutcome silent =
                new RoundOutcome(1, right.inputDigest(), right.assignments(), List.of());
        assertThat(broken(input, silent)).containsExactly(RoundVerifier.CUT_OFFS);
    }

    @Property(tries = 100)
    void any_place_taken_away_or_given_to_another_is_found(@ForAll long seed, @ForAll int which) {
        RoundInput input = RandomRound.of(seed, 40, 12);
        RoundOutcome right = ClearingRound.decide(input);
        Assume.that(right.assignments().size() > 1);
        List<Assignment> places = new ArrayList<>(right.assignments());
        Assignment gone = places.remove(Math.floorMod(which, places.size()));
        assertThat(broken(input, planted(input, places)))
                .contains(RoundVerifier.NO_AVOIDABLE_FREE_PLACE);
        Assignment other = places.remove(0);
        places.add(new Assignment(gone.referralId(), other.courseId(), other.section()));
        assertThat(broken(input, planted(input, places))).isNotEmpty();
    }
}
