package de.kim.rules.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.rules.ACourse;
import de.kim.rules.APerson;
import de.kim.rules.ARound;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.RandomRound;
import de.kim.rules.RoundInput;
import de.kim.rules.Rulebooks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Other rules for rounds that were held. */
class CounterfactualTest {
    private static final UUID ROUND = new UUID(0, 1);

    private static Rulebook rules(int algorithm, int radius, List<LegalBasisRule> bases) {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                2,
                algorithm,
                first.courseTypes(),
                bases,
                radius,
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }

    /** Nobody comes first by law. */
    private static Rulebook withoutPriority() {
        return rules(
                1,
                25,
                Rulebooks.FIRST.legalBases().stream()
                        .map(
                                rule ->
                                        new LegalBasisRule(
                                                rule.basis(),
                                                rule.obliged(),
                                                false,
                                                rule.noNewSince(),
                                                rule.fromAge()))
                        .toList());
    }

    /** One place; the first by law registered later. */
    private static RoundInput onePlace() {
        return ARound.of(
                        APerson.number(1)
                                .entitled(LegalBasis.OBLIGED_JOBCENTER, "2026-11-01", null)
                                .registered("2026-11-01")
                                .gender(Gender.MALE),
                        APerson.number(2)
                                .entitled(LegalBasis.ENTITLED_44_1, "2026-10-01", null)
                                .registered("2026-10-01")
                                .gender(Gender.FEMALE)
                                .needsChildcare())
                .with(ACourse.number(1).begins("2026-12-01").places(1).withChildcare())
                .build();
    }

    @Test
    void one_gains_the_place_that_another_loses() {
        Counterfactual counterfactual = new Counterfactual(withoutPriority());
        RoundEffect effect = counterfactual.hold(ROUND, onePlace());
        assertThat(effect.changed())
                .extracting(PersonEffect::referralId, PersonEffect::effect)
                .containsExactly(
                        tuple(APerson.referral(1), Effect.LOST),
                        tuple(APerson.referral(2), Effect.GAINED));
        assertThat(effect.then()).isEqualTo(new Totals(1, 0, 30, 0, 0));
        assertThat(effect.otherwise()).isEqualTo(new Totals(1, 0, 61, 1, 1));
        assertThat(effect.passed()).isTrue();
        assertThat(effect.passedOtherwise()).isTrue();
    }

    @Test
    void the_same_rules_change_nothing() {
        for (int seed = 1; seed <= 20; seed++) {
            RoundEffect effect =
                    new Counterfactual(Rulebooks.FIRST).hold(ROUND, RandomRound.of(seed, 30, 10));
            assertThat(effect.changed()).isEmpty();
            assertThat(effect.then()).isEqualTo(effect.otherwise());
            assertThat(effect.count(Effect.SAME)).isEqualTo(effect.people());
        }
    }

    @Test
    void effects_are_those_between_the_two_rounds_decided_alone() {
        Rulebook near = rules(1, 8, Rulebooks.FIRST.legalBases());
        Set<Effect> met = new HashSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            RoundInput input = RandomRound.of(seed, 40, 12);
            RoundInput under =
                    new RoundInput(
                            input.heldOn(),
                            near,
                            input.people(),
                            input.courses(),
                            input.admissions(),
                            input.municipalities());
            RoundEffect effect = new Counterfactual(near).hold(ROUND, input);
            List<Assignment> then = new ArrayList<>(ClearingRound.decide(input).assignments());
            List<Assignment> otherwise = ClearingRound.decide(under).assignments();
            assertThat(effect.then().places()).isEqualTo(then.size());
            assertThat(effect.otherwise().places()).isEqualTo(otherwise.size());
            assertThat(effect.otherwise().places() + effect.otherwise().emptySeats())
                    .isEqualTo(effect.then().places() + effect.then().emptySeats());
            assertThat(
                            effect.then().places()
                                    + effect.count(Effect.GAINED)
                                    - effect.count(Effect.LOST))
                    .isEqualTo(otherwise.size());
            effect.changed().forEach(person -> met.add(person.effect()));
        }
        assertThat(met).containsExactlyInAnyOrder(Effect.OTHER_PLACE, Effect.GAINED, Effect.LOST);
    }

    @Test
    void rounds_add_up_and_people_are_counted_once() {
        Counterfactual counterfactual = new Counterfactual(withoutPriority());
        counterfactual.hold(ROUND, onePlace());
        counterfactual.hold(new UUID(0, 2), onePlace());
        Summary summary = counterfactual.summary();
        assertThat(summary.rounds()).isEqualTo(2);
        assertThat(summary.people()).isEqualTo(2);
        assertThat(summary.effects())
                .containsEntry(Effect.GAINED, 2L)
                .containsEntry(Effect.LOST, 2L)
                .containsEntry(Effect.SAME, 0L)
                .containsEntry(Effect.OTHER_PLACE, 0L);
        assertThat(summary.otherwise()).isEqualTo(new Totals(2, 0, 122, 2, 2));
    }

    @Test
    void rules_that_decide_nothing_are_refused_at_once() {
        assertThatThrownBy(() -> new Counterfactual(rules(99, 25, Rulebooks.FIRST.legalBases())))
                .isInstanceOf(InvalidRound.class);
        assertThatThrownBy(() -> new Counterfactual(rules(1, -1, Rulebooks.FIRST.legalBases())))
                .isInstanceOf(InvalidRound.class);
    }
}
