package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the matcher in every small market, by trying all there is. */
class MatchingPropertiesTest {
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
}
