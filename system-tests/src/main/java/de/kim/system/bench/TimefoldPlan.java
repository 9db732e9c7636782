package de.kim.system.bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoft.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * The same round as Timefold would plan it in a limited time: no course beyond its places (hard),
 * as many people as possible (medium), good positions (soft).
 */
@NullUnmarked
final class TimefoldPlan {
    private TimefoldPlan() {}

    static int[] solve(Market market, double seconds) {
        var config =
                new SolverConfig()
                        .withSolutionClass(Round.class)
                        .withEntityClasses(Seeker.class)
                        .withConstraintProviderClass(Rules.class)
                        .withRandomSeed(1L)
                        .withTerminationSpentLimit(Duration.ofMillis((long) (seconds * 1000)));
        var solved = SolverFactory.<Round>create(config).buildSolver().solve(new Round(market));
        var plan = new int[market.people()];
        Arrays.fill(plan, -1);
        for (var seeker : solved.seekers) {
            if (seeker.course != null) {
                plan[seeker.person] = seeker.course;
            }
        }
        return plan;
    }

    /** Somebody who looks for a place. */
    @PlanningEntity
    public static final class Seeker {
        private int person;
        private Market market;

        @PlanningVariable(allowsUnassigned = true)
        private Integer course;

        /** Timefold copies entities. */
        public Seeker() {}

        Seeker(Market market, int person) {
            this.market = market;
            this.person = person;
        }

        /** Only what they list. */
        @ValueRangeProvider
        public List<Integer> list() {
            return Arrays.stream(market.preferences()[person]).boxed().toList();
        }

        int position() {
            return market.position(person, course);
        }

        Integer course() {
            return course;
        }
    }

    /** The round to plan. */
    @PlanningSolution
    public static final class Round {
        @PlanningEntityCollectionProperty private List<Seeker> seekers;

        @SuppressWarnings("UnusedVariable") // Timefold writes it
        @PlanningScore
        private HardMediumSoftScore score;

        /** Timefold copies solutions. */
        public Round() {}

        Round(Market market) {
            seekers = new ArrayList<>();
            for (var p = 0; p < market.people(); p++) {
                seekers.add(new Seeker(market, p));
            }
        }
    }

    /** What a good plan is. */
    public static final class Rules implements ConstraintProvider {
        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                factory.forEach(Seeker.class)
                        .groupBy(
                                seeker -> seeker.market,
                                Seeker::course,
                                ConstraintCollectors.count())
                        .filter((market, course, count) -> count > market.places()[course])
                        .penalize(
                                HardMediumSoftScore.ONE_HARD,
                                (market, course, count) -> count - market.places()[course])
                        .asConstraint("places"),
                factory.forEachIncludingUnassigned(Seeker.class)
                        .filter(seeker -> seeker.course == null)
                        .penalize(HardMediumSoftScore.ONE_MEDIUM)
                        .asConstraint("unplaced"),
                factory.forEach(Seeker.class)
                        .penalize(HardMediumSoftScore.ONE_SOFT, Seeker::position)
                        .asConstraint("position")
            };
        }
    }
}
