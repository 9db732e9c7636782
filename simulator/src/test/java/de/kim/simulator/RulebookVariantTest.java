package de.kim.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.rules.Rulebooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookVariantTest {
    @Test
    void rulebook_1_is_the_one_delivered() {
        assertThat(RulebookVariant.parse("1").rulebook()).isEqualTo(Rulebooks.FIRST);
    }

    @Test
    void what_is_named_is_otherwise_and_the_rest_stays() {
        var rules =
                RulebookVariant.parse(
                                "1,radius-km=40,late-entry-ue=0,offer-working-days=5,priority=OBLIGED_ABH+SELF_PAYER")
                        .rulebook();
        assertThat(rules.radiusKm()).isEqualTo(40);
        assertThat(rules.lateEntryUe()).isZero();
        assertThat(rules.offerPeriodWorkingDays()).isEqualTo(5);
        assertThat(rules.legalBases().stream().filter(LegalBasisRule::priority))
                .extracting(LegalBasisRule::basis)
                .containsExactly(LegalBasis.OBLIGED_ABH, LegalBasis.SELF_PAYER);
        assertThat(rules.courseTypes()).isEqualTo(Rulebooks.FIRST.courseTypes());
    }

    @Test
    void a_rulebook_may_give_priority_to_nobody() {
        var rules = RulebookVariant.parse("1,priority=none").rulebook();
        assertThat(rules.legalBases()).noneMatch(LegalBasisRule::priority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "1,",
                "1,colour=red",
                "1,radius-km",
                "1,radius-km=-1",
                "1,radius-km=far",
                "1,radius-km=10001",
                "1,radius-km=99999999999",
                "1,priority=",
                "1,priority=KING",
            })
    void what_no_rulebook_has_is_refused_in_words(String text) {
        assertThatThrownBy(() -> RulebookVariant.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)(There is no|A rulebook has no|.* is no whole number).*");
    }
}
