package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnd;
import de.kim.events.EntitlementEnded;
import de.kim.events.LegalBasis;
import de.kim.events.ReferralsLinked;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What several entitlements of one person mean for rank and admission. */
class EntitlementsTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 9);

    @Test
    void the_strongest_counts_for_the_rank() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID obliged = neighbours.refer(LATE);
        entitle(obliged, LegalBasis.OBLIGED_JOBCENTER);
        holdRound();
        assertThat(state(obliged)).isEqualTo("OFFERED");
        assertThat(state(first)).isEqualTo("WAITING");
    }

    @Test
    void one_that_ended_counts_no_more() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID second = neighbours.refer(LATE);
        entitle(second, LegalBasis.COOPERATION_PLAN_5A);
        end(second, LegalBasis.COOPERATION_PLAN_5A, false);
        holdRound();
        assertThat(state(first)).isEqualTo("OFFERED");
        assertThat(state(second)).isEqualTo("WAITING");
    }

    @Test
    void what_another_body_says_of_the_same_person_counts() {
        neighbours.schedule(1);
        neighbours.refer(EARLY);
        UUID counselled = neighbours.refer(LATE);
        UUID obliged = UUID.randomUUID();
        neighbours.say(
                Neighbours.request(obliged, LATE, List.of(), Neighbours.profile(obliged, 1)));
        neighbours.say(new ReferralsLinked(counselled, obliged, UUID.randomUUID()));
        entitle(obliged, LegalBasis.OBLIGED_JOBCENTER);
        holdRound();
        assertThat(state(counselled)).isEqualTo("OFFERED");
    }

    @Test
    void without_any_the_offer_goes_to_the_next_and_a_new_one_counts_again() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();
        UUID offer = openOffer(first);
        end(first, LegalBasis.ENTITLED_44_1, true);
        assertThat(door.get("/api/offers/" + offer).json().path("reason").asString())
                .isEqualTo("ENTITLEMENT_ENDED");
        rounds.refill();
        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(door.get("/api/decisions/" + first).text())
                .contains("LEGAL_BASIS_NOT_ADMISSIBLE");

        neighbours.schedule(1);
        entitle(first, LegalBasis.SELF_PAYER);
        holdRound();
        assertThat(state(first)).isEqualTo("OFFERED");
    }

    @Test
    void as_long_as_another_body_entitles_the_offer_stays() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID second = neighbours.refer(LATE);
        neighbours.say(new ReferralsLinked(first, second, UUID.randomUUID()));
        holdRound();
        end(first, LegalBasis.ENTITLED_44_1, true);
        assertThat(state(first)).isEqualTo("OFFERED");
        end(second, LegalBasis.ENTITLED_44_1, true);
        assertThat(state(first)).isEqualTo("WAITING");
    }

    private void entitle(UUID referralId, LegalBasis basis) {
        neighbours.say(new EntitlementAdded(referralId, basis, "jobcenter-stadt", LATE, null));
    }

    private void end(UUID referralId, LegalBasis basis, boolean last) {
        neighbours.say(new EntitlementEnded(referralId, basis, LATE, EntitlementEnd.REVOKED, last));
    }
}
