package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import de.kim.events.Verdict;
import de.kim.events.Wish;
import de.kim.rules.verify.RoundVerifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A whole round, from raw input to places, cut-offs and reasons. */
class ClearingRoundTest {
    private static final int PEOPLE = 60;
    private static final int COURSES = 20;

    @Property(tries = 300)
    void every_round_passes_the_verifier(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        List<Verdict> verdicts = RoundVerifier.verify(input, ClearingRound.decide(input));
        assertThat(verdicts).allMatch(Verdict::holds);
        assertThat(RoundVerifier.blockingPairs(input, ClearingRound.decide(input))).isEmpty();
    }

    @Property(tries = 50)
    void the_order_of_the_input_does_not_matter(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        Random random = new Random(seed);
        RoundInput other =
                new RoundInput(
                        input.heldOn(),
                        input.rulebook(),
                        shuffled(input.people(), random),
                        shuffled(input.courses(), random),
                        shuffled(input.admissions(), random),
                        shuffled(input.municipalities(), random));
        assertThat(other.canonicalBytes()).isEqualTo(input.canonicalBytes());
        assertThat(ClearingRound.decide(other).canonicalBytes())
                .isEqualTo(ClearingRound.decide(input).canonicalBytes());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Property(tries = 100)
    void the_outcome_is_the_best_course_whose_cut_off_is_met(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        RoundOutcome outcome = ClearingRound.decide(input);
        RoundReasons reasons = new RoundReasons(input, outcome);
        Map<UUID, Assignment> places = outcome.byReferral();
        for (Person person : input.people()) {
            List<CourseReason> all = reasons.of(person.referralId());
            assertThat(all).hasSize(COURSES);
            UUID best =
                    all.stream()
                            .filter(ClearingRoundTest::met)
                            .map(CourseReason::courseId)
                            .findFirst()
                            .orElse(null);
            Assignment place = places.get(person.referralId());
            assertThat(place == null ? null : place.courseId()).isEqualTo(best);
        }
    }

    private static boolean met(CourseReason reason) {
        Integer rank = reason.rank();
        Integer last = reason.lastAdmittedRank();
        return rank != null && (last == null || rank <= last);
    }

    @Property(tries = 60)
    void nobody_gains_by_misstating_wishes_in_a_whole_round(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        List<List<PersonOrder.Choice>> truth = new RoundLists(input).choices;
        RoundOutcome honest = ClearingRound.decide(input);
        Random random = new Random(seed);
        int liar = random.nextInt(PEOPLE);
        List<Person> people = new ArrayList<>(input.people());
        people.set(
                liar, withWishesOf(people.get(liar), people.get(random.nextInt(PEOPLE)), random));
        RoundOutcome gained =
                ClearingRound.decide(
                        new RoundInput(
                                input.heldOn(),
                                input.rulebook(),
                                people,
                                input.courses(),
                                input.admissions(),
                                input.municipalities()));
        UUID who = people.get(liar).referralId();
        assertThat(position(input, truth.get(liar), gained.byReferral().get(who)))
                .isGreaterThanOrEqualTo(
                        position(input, truth.get(liar), honest.byReferral().get(who)));
    }

    private static int position(
            RoundInput input, List<PersonOrder.Choice> truth, @Nullable Assignment place) {
        for (int k = 0; place != null && k < truth.size(); k++) {
            if (input.courses().get(truth.get(k).course()).courseId().equals(place.courseId())) {
                return k;
            }
        }
        return truth.size();
    }

    private static Person withWishesOf(Person liar, Person other, Random random) {
        List<Wish> wishes = new ArrayList<>(other.wishes());
        wishes.addAll(shuffled(liar.wishes(), random));
        return new Person(
                liar.referralId(),
                liar.pseudonym(),
                liar.entitlements(),
                liar.registeredOn(),
                liar.recommendedType(),
                liar.recommendedSection(),
                liar.ageBand(),
                liar.gender(),
                liar.childcareNeeded(),
                liar.accessibilityNeeded(),
                liar.municipality(),
                liar.available(),
                wishes,
                random.nextBoolean(),
                liar.lostPlaceBefore(),
                liar.declined(),
                liar.expired(),
                liar.lotteryNumber(),
                liar.held());
    }

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
