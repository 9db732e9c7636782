package de.kim.rules.counterfactual;

import de.kim.events.Rulebook;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RoundVerifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Holds rounds again under other rules. Each round keeps the input that it had: who waits, and
 * which places are free, is history's, also where the other rules would have changed it in a round
 * before. So it says what the rules would have done to these rounds one by one, not how the year
 * would have gone on; answers to offers that were never made are not known.
 */
public final class Counterfactual {
    private final Rulebook other;
    private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);
    private final Set<UUID> people = new HashSet<>();
    private int rounds;
    private Totals then = Totals.NONE;
    private Totals otherwise = Totals.NONE;

    /**
     * @throws InvalidRound when no round can be decided by these rules
     */
    public Counterfactual(Rulebook other) {
        this.other = other;
        LocalDate anyDay = LocalDate.of(2026, 1, 1);
        ClearingRound.decide(
                new RoundInput(anyDay, other, List.of(), List.of(), List.of(), List.of()));
    }

    /** Decides one round twice, and adds it to the {@link #summary()}. */
    public RoundEffect hold(UUID roundId, RoundInput input) {
        RoundInput under = under(input);
        Held first = Held.of(input);
        Held second = Held.of(under);
        List<PersonEffect> changed = new ArrayList<>();
        for (Person person : input.people()) {
            UUID id = person.referralId();
            PersonEffect effect =
                    PersonEffect.of(
                            id, person.pseudonym(), first.places.get(id), second.places.get(id));
            if (effect.effect() != Effect.SAME) {
                changed.add(effect);
            }
        }
        RoundEffect effect =
                new RoundEffect(
                        roundId,
                        input.heldOn(),
                        input.rulebook().version(),
                        input.people().size(),
                        first.passed,
                        second.passed,
                        Totals.of(input, first.places.values()),
                        Totals.of(under, second.places.values()),
                        changed);
        add(effect);
        return effect;
    }

    private RoundInput under(RoundInput input) {
        return new RoundInput(
                input.heldOn(),
                other,
                input.people(),
                input.courses(),
                input.admissions(),
                input.municipalities(),
                input.fixed());
    }

    private void add(RoundEffect effect) {
        rounds++;
        then = then.plus(effect.then());
        otherwise = otherwise.plus(effect.otherwise());
        effect.changed().forEach(person -> people.add(person.pseudonym()));
        for (Effect each : Effect.values()) {
            effects.merge(each, effect.count(each), Long::sum);
        }
    }

    /** What was held up to now. */
    public Summary summary() {
        return new Summary(rounds, effects, people.size(), then, otherwise);
    }

    /** A round as it ends: one that does not pass gives nothing. */
    private record Held(boolean passed, Map<UUID, Assignment> places) {
        static Held of(RoundInput input) {
            RoundOutcome outcome = ClearingRound.decide(input);
            boolean passed = RoundVerifier.passed(RoundVerifier.verify(input, outcome));
            return new Held(passed, passed ? outcome.byReferral() : Map.of());
        }
    }
}
