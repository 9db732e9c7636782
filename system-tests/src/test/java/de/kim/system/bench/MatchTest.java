package de.kim.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.rules.DeferredAcceptance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contestants of W9 do the same work; how long they take is not looked at. */
class MatchTest {
    private final Market market = Market.of(300, 20, 8, 1);

    @TempDir Path folder;

    @Test
    void every_solver_places_people_within_the_places_and_ours_alone_leaves_no_blocking_pair()
            throws Exception {
        var lines = Peers.lines(new Bench(folder, 1, 0.3, true), market, "small");

        assertThat(figures(lines, "small, ours", "blocking pairs")).containsExactly(0.0);
        for (var peer : List.of("JGraphT min-cost flow", "OR-Tools min-cost flow")) {
            assertThat(figures(lines, "small, " + peer, "blocking pairs"))
                    .allSatisfy(pairs -> assertThat(pairs).isPositive());
        }
        assertThat(figures(lines, "small, JGraphT min-cost flow", "people placed"))
                .allSatisfy(
                        most ->
                                assertThat(figures(lines, "small, ours", "people placed"))
                                        .allSatisfy(
                                                ours ->
                                                        assertThat(ours)
                                                                .isLessThanOrEqualTo(most)));
        assertThat(figures(lines, "small, Timefold, 0 s", "people placed"))
                .allSatisfy(placed -> assertThat(placed).isPositive());
    }

    private static List<Double> figures(List<Line> lines, String what, String unit) {
        return lines.stream()
                .filter(line -> line.what().equals(what) && line.unit().equals(unit))
                .map(line -> line.figure().median())
                .toList();
    }

    @Test
    void the_two_flows_cost_the_same() {
        var bench = new Bench(folder, 1, 0.3, true);
        if (OrToolsFlow.loads(bench)) {
            assertThat(cost(OrToolsFlow.solve(market))).isEqualTo(cost(JGraphTFlow.solve(market)));
        } else {
            assertThat(bench.facts()).containsKey("OR-Tools");
        }
    }

    private long cost(int[] plan) {
        var cost = 0L;
        for (var p = 0; p < plan.length; p++) {
            cost += plan[p] < 0 ? 1_000 : market.position(p, plan[p]);
        }
        return cost;
    }

    @Test
    void a_plan_that_oversells_or_gives_what_nobody_listed_is_void() {
        var everybodyAtOne = new int[market.people()];
        Arrays.fill(everybodyAtOne, 0);
        assertThatThrownBy(() -> market.placed(everybodyAtOne))
                .isInstanceOf(VoidRunException.class);
    }

    @Test
    void one_place_taken_away_leaves_blocking_pairs() {
        var plan = DeferredAcceptance.match(market.preferences(), market.order(), market.places());
        assertThat(market.blockingPairs(plan)).isZero();
        for (var p = 0; p < plan.length; p++) {
            if (plan[p] >= 0) {
                plan[p] = -1;
                break;
            }
        }
        assertThat(market.blockingPairs(plan)).isPositive();
    }
}
