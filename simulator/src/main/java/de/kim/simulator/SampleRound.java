package de.kim.simulator;

import de.kim.events.Rulebook;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** One large invented round, to measure how long the rule takes. */
public final class SampleRound {
    private static final LocalDate HELD_ON = LocalDate.of(2027, 1, 4);
    private static final int REGISTERED_WITHIN_DAYS = 120;
    private static final int BEGINS_WITHIN_WEEKS = 13;

    private SampleRound() {}

    /** So many people and courses of Stadt and Landkreis Osnabrück, all in one round. */
    public static RoundInput of(int people, int courses, int radiusKm, long seed) {
        Country country = Country.of(Scope.DISTRICT, seed);
        Population population = new Population(Scope.DISTRICT, country, seed);
        CoursePlan plan = new CoursePlan(Scope.DISTRICT, country);
        Rulebook rules = RulebookVariant.parse("1,radius-km=" + radiusKm).rulebook();
        return new RoundInput(
                HELD_ON,
                rules,
                LongStream.range(0, people)
                        .mapToObj(n -> Dice.of(seed, 2, n))
                        .map(dice -> population.newcomer(registered(dice), dice).person())
                        .toList(),
                LongStream.range(0, courses)
                        .mapToObj(n -> Dice.of(seed, 3, n))
                        .map(dice -> plan.course(begins(dice), dice).course())
                        .toList(),
                World.admissions(Scope.DISTRICT),
                country.municipalities());
    }

    private static LocalDate registered(Dice dice) {
        return HELD_ON.minusDays(1 + dice.below(REGISTERED_WITHIN_DAYS));
    }

    private static LocalDate begins(Dice dice) {
        return HELD_ON.plusWeeks(dice.below(BEGINS_WITHIN_WEEKS));
    }
}
