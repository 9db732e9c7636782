package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.events.RulebookPublished;
import de.kim.kit.web.FrontDoor;
import de.kim.rules.Rulebooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Who can be referred is said by the rules the partners agreed to, from the day of their effect.
 */
class RulebookTest extends RunningReferrals {
    private static final Instant YESTERDAY = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate CLOSED = LocalDate.of(2026, 1, 1);

    @Test
    void a_legal_basis_is_closed_when_the_rulebook_that_closes_it_takes_effect() {
        say(1, Rulebooks.FIRST, YESTERDAY);
        assertThat(referred(LegalBasis.RESETTLER_BVFG_9).status()).isEqualTo(201);

        say(2, without(LegalBasis.RESETTLER_BVFG_9, 2), YESTERDAY);
        say(3, without(LegalBasis.SELF_PAYER, 3), TOMORROW);
        eventually(
                () ->
                        assertThat(referred(LegalBasis.RESETTLER_BVFG_9).text())
                                .contains("LEGAL_BASIS_CLOSED"));
        assertThat(referred(LegalBasis.SELF_PAYER).status()).isEqualTo(201);
    }

    private FrontDoor.Reply referred(LegalBasis basis) {
        return post(
                "/api/referrals", SampleBodies.referral(Map.of("legalBasis", basis.toString())));
    }

    private static void say(long sequence, Rulebook rules, Instant effectiveFrom) {
        WIRE.say(
                "allocation-service",
                sequence,
                new RulebookPublished(rules, effectiveFrom, "invented", "koordination"));
    }

    private static Rulebook without(LegalBasis closed, int version) {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                version,
                first.algorithmVersion(),
                first.courseTypes(),
                first.legalBases().stream()
                        .map(rule -> rule.basis() == closed ? ended(rule) : rule)
                        .toList(),
                first.radiusKm(),
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }

    private static LegalBasisRule ended(LegalBasisRule rule) {
        return new LegalBasisRule(
                rule.basis(), rule.obliged(), rule.priority(), CLOSED, rule.fromAge());
    }
}
