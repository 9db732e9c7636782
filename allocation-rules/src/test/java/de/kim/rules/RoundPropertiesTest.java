package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseReason;
import de.kim.events.Verdict;
import de.kim.events.Wish;
import de.kim.rules.verify.RoundVerifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every whole round, as the verifier and the rule's own promises say. A smaller seed
 * makes no smaller round, so nothing is shrunk.
 */
class RoundPropertiesTest {
    private static final int PEOPLE = 60;
    private static final int COURSES = 20;

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void every_round_passes_the_verifier(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        List<Verdict> verdicts = RoundVerifier.verify(input, ClearingRound.decide(input));
        assertThat(verdicts).allMatch(Verdict::holds);
        assertThat(RoundVerifier.blockingPairs(input, ClearingRound.decide(input))).isEmpty();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
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

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
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
                            .filter(RoundPropertiesTest::met)
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

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
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

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_further_place_in_a_whole_round_hurts_nobody(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, PEOPLE, COURSES);
        List<List<PersonOrder.Choice>> lists = new RoundLists(input).choices;
        int which = new Random(seed).nextInt(COURSES);
        List<Course> courses = new ArrayList<>(input.courses());
        courses.set(which, AsIf.withPlaces(courses.get(which), 1));
        Map<UUID, Assignment> before = ClearingRound.decide(input).byReferral();
        Map<UUID, Assignment> after =
                ClearingRound.decide(AsIf.with(input, input.people(), courses)).byReferral();
        for (int p = 0; p < PEOPLE; p++) {
            UUID who = input.people().get(p).referralId();
            assertThat(position(input, lists.get(p), after.get(who)))
                    .isLessThanOrEqualTo(position(input, lists.get(p), before.get(who)));
        }
    }
}
