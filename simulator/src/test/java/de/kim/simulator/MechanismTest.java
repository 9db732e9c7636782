package de.kim.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.rules.RoundInput;
import de.kim.rules.Rulebooks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The ways of giving out places, on small invented rounds. */
class MechanismTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    /** So few people and courses that every plan can be tried. */
    private static Market market(long seed, int people, int courses) {
        Country country = Country.of(Scope.DISTRICT, seed);
        Population population = new Population(Scope.DISTRICT, country, seed);
        CoursePlan plan = new CoursePlan(Scope.DISTRICT, country);
        RoundInput input =
                new RoundInput(
                        DAY,
                        Rulebooks.FIRST,
                        LongStream.range(0, people)
                                .mapToObj(
                                        n -> population.newcomer(DAY, Dice.of(seed, 2, n)).person())
                                .toList(),
                        LongStream.range(0, courses)
                                .mapToObj(n -> plan.course(DAY, Dice.of(seed, 3, n)).course())
                                .toList(),
                        World.of(Scope.DISTRICT, 1, 1).admissions(),
                        country.municipalities());
        Market all = Market.of(input);
        int[] few = new int[courses];
        Arrays.setAll(few, c -> Math.floorMod(seed + c, 3));
        return new Market(input, all.lists(), few);
    }

    @Property(tries = 60)
    void minimum_cost_flow_places_the_most_people_at_the_least_sum_of_positions(@ForAll long seed) {
        Market market = market(seed, 6, 9);
        int[] found = new MinimumCostFlow().place(market, Dice.of(1));
        market.check(found);
        long[] best = {Long.MAX_VALUE};
        tryAll(market, new int[found.length], 0, best);
        assertThat(cost(market, found)).isEqualTo(best[0]);
    }

    private static long cost(Market market, int[] placed) {
        long cost = 0;
        for (int p = 0; p < placed.length; p++) {
            cost += placed[p] == Market.NONE ? 1_000_000 : market.position(p, placed[p]);
        }
        return cost;
    }

    private static void tryAll(Market market, int[] placed, int person, long[] best) {
        if (person == placed.length) {
            int[] taken = new int[market.places().length];
            for (int course : placed) {
                if (course != Market.NONE && ++taken[course] > market.places()[course]) {
                    return;
                }
            }
            best[0] = Math.min(best[0], cost(market, placed));
            return;
        }
        placed[person] = Market.NONE;
        tryAll(market, placed, person + 1, best);
        for (int course : market.list(person)) {
            placed[person] = course;
            tryAll(market, placed, person + 1, best);
        }
    }

    @Property(tries = 60)
    void the_rule_never_leaves_envy_and_first_come_never_oversells(@ForAll long seed) {
        Market market = Market.of(market(seed, 80, 12).input());
        int[] byRule = new ByRule().place(market, Dice.of(1));
        market.check(byRule);
        assertThat(market.envyPairs(byRule)).isZero();
        market.check(new FirstCome().place(market, Dice.of(seed)));
    }

    @Example
    void an_oversold_course_is_noticed() {
        Market market = market(3, 40, 9);
        int[] places = market.places();
        int[] placed = new int[40];
        Arrays.fill(placed, Market.NONE);
        int course =
                IntStream.range(0, places.length)
                        .filter(c -> market.lists().order()[c].length > places[c])
                        .findFirst()
                        .orElseThrow();
        for (int person : market.lists().order()[course]) {
            placed[person] = course;
        }
        assertThatThrownBy(() -> market.check(placed)).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void envy_counts_every_pair_that_has_a_complaint() {
        Market market = market(3, 40, 9);
        int[] nobody = new int[40];
        Arrays.fill(nobody, Market.NONE);
        long expected = 0;
        for (int p = 0; p < 40; p++) {
            for (int course : market.list(p)) {
                expected += market.places()[course] > 0 ? 1 : 0;
            }
        }
        assertThat(expected).isPositive();
        assertThat(market.envyPairs(nobody)).isEqualTo(expected);
    }
}
