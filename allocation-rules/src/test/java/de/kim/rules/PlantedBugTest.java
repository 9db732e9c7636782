package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.Exclusion;
import de.kim.events.Verdict;
import de.kim.rules.verify.RoundVerifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** A matcher with a bug is caught by the verifier, whatever the bug is in. */
class PlantedBugTest {
    private static final int ROUNDS = 40;

    /** What breaks in one of many rounds. */
    private static Set<String> broken(Function<RoundInput, RoundOutcome> buggy) {
        Set<String> broken = new TreeSet<>();
        LongStream.range(0, ROUNDS)
                .mapToObj(seed -> RandomRound.of(seed, 60, 20))
                .flatMap(input -> RoundVerifier.verify(input, buggy.apply(input)).stream())
                .filter(verdict -> !verdict.holds())
                .map(Verdict::property)
                .forEach(broken::add);
        return broken;
    }

    @Test
    void the_matcher_without_a_bug_passes() {
        assertThat(broken(ClearingRound::decide)).isEmpty();
    }

    /** Type and section stand in the index of courses and have tests of their own below. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"COURSE_TYPE_MISMATCH", "SECTION_MISMATCH"})
    void an_eligibility_test_that_the_matcher_forgets(Exclusion forgotten) {
        assertThat(broken(input -> misread(input, AsIf.without(forgotten, input))))
                .contains(RoundVerifier.ELIGIBILITY);
    }

    @Test
    void a_course_type_that_the_matcher_mistakes() {
        assertThat(broken(input -> misread(input, AsIf.recommending(input, CourseType.GENERAL, 0))))
                .contains(RoundVerifier.ELIGIBILITY);
    }

    @Test
    void a_section_that_the_matcher_mistakes() {
        assertThat(broken(input -> misread(input, AsIf.recommending(input, null, 1))))
                .contains(RoundVerifier.ELIGIBILITY);
    }

    /** Decides on the wrong input and claims the right one. */
    private static RoundOutcome misread(RoundInput input, RoundInput read) {
        RoundOutcome outcome = ClearingRound.decide(read);
        return new RoundOutcome(
                outcome.algorithmVersion(),
                input.digest(),
                outcome.assignments(),
                outcome.courses());
    }

    /** A comparator that forgets or turns round one criterion of a course's order. */
    static Stream<ToLongFunction<Long>> wrongKeys() {
        return Stream.of(
                key -> key & ~(1L << 34), // no statutory priority
                key -> key & ~(1L << 33), // a lost place counts for nothing
                key -> key & ~(1L << 32), // neither childcare nor accessibility
                key -> key ^ 1L << 34, // the obliged last
                key -> key ^ 0xFFFFFFFFL); // who came last is first
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void a_comparator_of_the_course_s_order_that_is_wrong(ToLongFunction<Long> wrong) {
        assertThat(broken(input -> FirstAlgorithm.decide(input, resorted(input, wrong))))
                .contains(RoundVerifier.NO_JUSTIFIED_ENVY);
    }

    private static RoundLists resorted(RoundInput input, ToLongFunction<Long> wrong) {
        RoundLists lists = new RoundLists(input);
        CourseOrder rule = new CourseOrder(input, new Eligibility(input));
        for (int c = 0; c < lists.order.length; c++) {
            Course course = input.courses().get(c);
            int index = c;
            lists.order[c] =
                    Arrays.stream(lists.order[c])
                            .boxed()
                            .sorted(
                                    Comparator.comparingLong(
                                            p ->
                                                    wrong.applyAsLong(
                                                            rule.key(
                                                                    p,
                                                                    course,
                                                                    begins(lists, p, index)))))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        return lists;
    }

    private static long begins(RoundLists lists, int person, int course) {
        return lists.choices.get(person).stream()
                .filter(choice -> choice.course() == course)
                .findAny()
                .orElseThrow()
                .begins();
    }

    @Test
    void a_comparator_of_the_person_s_order_that_is_turned_round() {
        assertThat(
                        broken(
                                input -> {
                                    RoundLists lists = new RoundLists(input);
                                    for (int[] list : lists.preferences) {
                                        turn(list);
                                    }
                                    return FirstAlgorithm.decide(input, lists);
                                }))
                .contains(RoundVerifier.NO_JUSTIFIED_ENVY);
    }

    private static void turn(int[] list) {
        int[] before = list.clone();
        IntStream.range(0, list.length).forEach(i -> list[i] = before[list.length - 1 - i]);
    }
}
