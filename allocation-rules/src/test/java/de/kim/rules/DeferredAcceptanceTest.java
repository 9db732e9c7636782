package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The matcher alone, on any order per course, against brute force and published examples. */
class DeferredAcceptanceTest {
    private static final int NONE = DeferredAcceptance.UNMATCHED;

    record Market(int[][] preferences, int[][] order, int[] capacity) {
        int[] match() {
            return DeferredAcceptance.match(preferences, order, capacity);
        }

        Market with(int person, int[] list) {
            int[][] others = preferences.clone();
            others[person] = list;
            return new Market(others, order, capacity);
        }

        @Override
        public String toString() {
            return "%s %s %s"
                    .formatted(
                            Arrays.deepToString(preferences),
                            Arrays.deepToString(order),
                            Arrays.toString(capacity));
        }
    }

    @Provide
    Arbitrary<Market> smallMarkets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 3))
                .as((people, courses) -> markets(people, courses))
                .flatMap(market -> market);
    }

    private static Arbitrary<Market> markets(int people, int courses) {
        Arbitrary<int[][]> preferences = lists(courses).array(int[][].class).ofSize(people);
        Arbitrary<int[][]> orders = lists(people).array(int[][].class).ofSize(courses);
        Arbitrary<int[]> capacity =
                Arbitraries.integers().between(0, 3).array(int[].class).ofSize(courses);
        return Combinators.combine(preferences, orders, capacity).as(Market::new);
    }

    /** Some of the numbers below n, in any order. */
    private static Arbitrary<int[]> lists(int n) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(i);
        }
        return Combinators.combine(
                        Arbitraries.shuffle(all),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(n)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, n))))
                .as((order, length) -> ints(order.subList(0, length)));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = 3000)
    void the_result_is_the_stable_matching_that_is_best_for_every_person(
            @ForAll("smallMarkets") Market market) {
        List<int[]> stable =
                StablePlans.of(market.preferences(), market.order(), market.capacity());
        int[] matched = market.match();
        assertThat(stable).anyMatch(plan -> Arrays.equals(plan, matched));
        for (int[] plan : stable) {
            for (int p = 0; p < plan.length; p++) {
                int[] list = market.preferences()[p];
                assertThat(StablePlans.position(list, matched[p]))
                        .isLessThanOrEqualTo(StablePlans.position(list, plan[p]));
            }
        }
    }

    @Property(tries = 600)
    void nobody_gains_by_misstating_their_wishes_while_the_others_stay(
            @ForAll("smallMarkets") Market market) {
        int[] honest = market.match();
        for (int p = 0; p < honest.length; p++) {
            int[] truth = market.preferences()[p];
            for (int[] lie : everyListOver(market.capacity().length)) {
                int got = market.with(p, lie).match()[p];
                assertThat(StablePlans.position(truth, got))
                        .isGreaterThanOrEqualTo(StablePlans.position(truth, honest[p]));
            }
        }
    }

    private static List<int[]> everyListOver(int courses) {
        List<int[]> lists = new ArrayList<>();
        lists.add(new int[0]);
        for (int i = 0; i < lists.size(); i++) {
            int[] list = lists.get(i);
            for (int course = 0; course < courses; course++) {
                if (StablePlans.position(list, course) == list.length) {
                    int[] longer = Arrays.copyOf(list, list.length + 1);
                    longer[list.length] = course;
                    lists.add(longer);
                }
            }
        }
        return lists;
    }

    @Property(tries = 1000)
    void a_further_place_hurts_nobody(
            @ForAll("smallMarkets") Market market, @ForAll int whichCourse) {
        int[] before = market.match();
        int[] more = market.capacity().clone();
        more[Math.floorMod(whichCourse, more.length)]++;
        int[] after = DeferredAcceptance.match(market.preferences(), market.order(), more);
        for (int p = 0; p < before.length; p++) {
            int[] list = market.preferences()[p];
            assertThat(StablePlans.position(list, after[p]))
                    .isLessThanOrEqualTo(StablePlans.position(list, before[p]));
        }
    }

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
        int[] order = ints(shuffled);
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
