package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;

/** The matcher alone: published examples, edges, ten thousand people. */
class DeferredAcceptanceTest {
    private static final int NONE = DeferredAcceptance.UNMATCHED;

    /** Gale and Shapley 1962, example 1 (three by three): everybody gets the first choice. */
    @Example
    void gale_and_shapley_1962_example_1() {
        int[][] men = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};
        int[][] women = {{1, 2, 0}, {2, 0, 1}, {0, 1, 2}};
        assertThat(DeferredAcceptance.match(men, women, new int[] {1, 1, 1}))
                .containsExactly(0, 1, 2);
    }

    /** Gale and Shapley 1962, example 2 (four by four): the only stable set of marriages. */
    @Example
    void gale_and_shapley_1962_example_2() {
        int[][] men = {{0, 1, 2, 3}, {0, 3, 2, 1}, {1, 0, 2, 3}, {3, 1, 2, 0}};
        int[][] women = {{3, 2, 0, 1}, {1, 3, 0, 2}, {3, 0, 1, 2}, {2, 1, 0, 3}};
        assertThat(DeferredAcceptance.match(men, women, new int[] {1, 1, 1, 1}))
                .containsExactly(2, 3, 0, 1);
    }

    /**
     * Roth 1985 ("The college admissions problem is not equivalent to the marriage problem",
     * Journal of Economic Theory 36), the example of three colleges, the first with two places, and
     * four students: {s3 s4}, {s2}, {s1} is what the students' proposals lead to, and the colleges'
     * proposals too, so it is the only stable matching.
     */
    @Example
    void roth_1985_three_colleges_and_four_students() {
        int[][] students = {{2, 0, 1}, {1, 0, 2}, {0, 2, 1}, {0, 1, 2}};
        int[][] colleges = {{0, 1, 2, 3}, {0, 1, 2, 3}, {2, 0, 1, 3}};
        int[] places = {2, 1, 1};
        assertThat(DeferredAcceptance.match(students, colleges, places))
                .containsExactly(2, 1, 0, 0);
        assertThat(StablePlans.of(students, colleges, places)).hasSize(1);
    }

    /**
     * Roth 1982 ("The economics of matching", Mathematics of Operations Research 7): m1 and m3
     * would both rather change partners, but no stable matching lets them, for m2 would object.
     */
    @Example
    void roth_1982_the_best_stable_matching_is_not_the_best_of_all() {
        int[][] men = {{1, 0, 2}, {0, 1, 2}, {0, 1, 2}};
        int[][] women = {{0, 1, 2}, {2, 0, 1}, {0, 1, 2}};
        assertThat(DeferredAcceptance.match(men, women, new int[] {1, 1, 1}))
                .containsExactly(0, 2, 1);
    }

    @Example
    void who_is_sent_on_is_the_last_in_the_course_s_order_and_asks_further_down() {
        int[][] people = {{0, 1}, {0, 1}, {0, 1}};
        int[][] courses = {{2, 0, 1}, {0, 1, 2}};
        assertThat(DeferredAcceptance.match(people, courses, new int[] {2, 1}))
                .containsExactly(0, 1, 0);
    }

    @Example
    void a_course_without_places_takes_nobody() {
        assertThat(DeferredAcceptance.match(new int[][] {{0}}, new int[][] {{0}}, new int[] {0}))
                .containsExactly(NONE);
    }

    @Example
    void a_person_whom_the_course_does_not_list_is_not_taken() {
        assertThat(DeferredAcceptance.match(new int[][] {{0}}, new int[][] {{}}, new int[] {1}))
                .containsExactly(NONE);
    }

    @Example
    void ten_thousand_people_with_one_common_order_get_places_in_that_order() {
        int people = 10_000;
        List<Integer> shuffled = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            shuffled.add(i);
        }
        Collections.shuffle(shuffled, new java.util.Random(1));
        int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        int[][] preferences = new int[people][];
        Arrays.fill(preferences, new int[] {0, 1});
        int[] matched =
                DeferredAcceptance.match(
                        preferences, new int[][] {order, order}, new int[] {4_000, 4_000});
        for (int rank = 0; rank < people; rank++) {
            int expected = rank < 4_000 ? 0 : rank < 8_000 ? 1 : NONE;
            assertThat(matched[order[rank]]).isEqualTo(expected);
        }
    }
}
