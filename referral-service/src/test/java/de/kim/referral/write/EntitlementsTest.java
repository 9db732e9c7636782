package de.kim.referral.write;

import static de.kim.kit.testing.RefusedWith.refused;
import static de.kim.referral.write.Samples.BODY;
import static de.kim.referral.write.Samples.ENTITLEMENT;
import static de.kim.referral.write.Samples.ID;
import static de.kim.referral.write.Samples.REQUESTED;
import static de.kim.referral.write.Samples.TODAY;

import de.kim.events.AgeBand;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.kit.heard.RulesInForce;
import de.kim.rules.Rulebooks;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a referral rests on; it was requested with an obligation by the jobcenter. */
class EntitlementsTest {
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-0000000000f2");

    private final AggregateTestFixture<Referral> referral =
            new AggregateTestFixture<>(Referral.class);

    @BeforeEach
    void resources() {
        referral.registerInjectableResource(Samples.CLOCK)
                .registerInjectableResource((RulesInForce) instant -> Rulebooks.FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "ENTITLED_44_1,2026-11-01,,2027-11-01",
        "ENTITLED_44_1,2026-11-01,2027-02-01,2027-02-01",
        "ADMITTED_44_4,2026-02-08,,2027-02-08",
        "COOPERATION_PLAN_5A,2026-11-01,2027-05-31,2027-05-31",
        "COOPERATION_PLAN_5A,2026-11-01,,",
        "OBLIGED_ABH,2024-02-29,,",
        "RESETTLER_BVFG_9,2020-01-01,,"
    })
    void it_lapses_after_a_year_or_on_the_day_on_the_form_or_never(
            LegalBasis basis,
            LocalDate entitledOn,
            @Nullable LocalDate onTheForm,
            @Nullable LocalDate lapsesOn) {
        referral.given(REQUESTED)
                .when(add(basis, entitledOn, onTheForm))
                .expectEvents(added(ENTITLEMENT, basis, entitledOn, lapsesOn))
                .expectResultMessagePayload(ENTITLEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMITTED_44_4,2026-02-09,,LEGAL_BASIS_CLOSED",
        "ENTITLED_44_1,2026-11-24,,ENTITLEMENT_IN_FUTURE",
        "ENTITLED_44_1,2025-11-22,,ENTITLEMENT_LAPSED",
        "ENTITLED_44_1,2004-12-31,,DATE_BEFORE_2005",
        "SELF_PAYER,2026-11-01,2026-10-31,LAPSE_OUT_OF_RANGE",
        "OBLIGED_JOBCENTER,2026-11-13,2027-11-13,ENTITLEMENT_HELD"
    })
    void a_further_one_is_held_to_the_rules_of_the_first(
            LegalBasis basis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn,
            ReferralRefusal refusal) {
        referral.given(REQUESTED)
                .when(add(basis, entitledOn, lapsesOn))
                .expectException(refused(refusal));
    }

    @Test
    void someone_too_young_for_a_basis_has_none() {
        referral.given(REQUESTED)
                .when(
                        new AddEntitlement(
                                ID,
                                ENTITLEMENT,
                                BODY,
                                LegalBasis.OBLIGED_ASYLBLG,
                                TODAY,
                                null,
                                AgeBand.FROM_16_TO_17))
                .expectException(refused(ReferralRefusal.TOO_YOUNG));
    }

    @Test
    void a_later_day_on_the_same_basis_renews_and_the_same_day_changes_nothing() {
        ReferralHistory first = plan(ENTITLEMENT, TODAY.plusDays(30));
        referral.given(REQUESTED, first)
                .when(add(OTHER, TODAY.plusDays(90)))
                .expectEvents(plan(ENTITLEMENT, TODAY.plusDays(90)))
                .expectResultMessagePayload(ENTITLEMENT);
        referral.given(REQUESTED, first)
                .when(add(OTHER, TODAY.plusDays(30)))
                .expectNoEvents()
                .expectResultMessagePayload(ENTITLEMENT);
        referral.given(REQUESTED, first)
                .when(add(OTHER, TODAY.plusDays(29)))
                .expectException(refused(ReferralRefusal.ENTITLEMENT_HELD));
    }

    @Test
    void the_end_of_the_last_one_is_said_to_be_that() {
        referral.given(REQUESTED)
                .when(end(ID, EntitlementEnd.REVOKED))
                .expectEvents(
                        ended(ID, LegalBasis.OBLIGED_JOBCENTER, EntitlementEnd.REVOKED, true));
        referral.given(REQUESTED, plan(ENTITLEMENT, null))
                .when(end(ID, EntitlementEnd.WITHDRAWN))
                .expectEvents(
                        ended(ID, LegalBasis.OBLIGED_JOBCENTER, EntitlementEnd.WITHDRAWN, false));
    }

    @Test
    void the_same_end_again_changes_nothing_and_another_one_is_refused() {
        ReferralHistory over =
                ended(ID, LegalBasis.OBLIGED_JOBCENTER, EntitlementEnd.REVOKED, true);
        referral.given(REQUESTED, over).when(end(ID, EntitlementEnd.REVOKED)).expectNoEvents();
        referral.given(REQUESTED, over)
                .when(end(ID, EntitlementEnd.WITHDRAWN))
                .expectException(refused(ReferralRefusal.ENTITLEMENT_ALREADY_ENDED));
        referral.given(REQUESTED, over)
                .when(end(OTHER, EntitlementEnd.WITHDRAWN))
                .expectException(refused(ReferralRefusal.ENTITLEMENT_NOT_FOUND));
    }

    @Test
    void it_lapses_when_its_last_day_is_over() {
        referral.given(REQUESTED, plan(ENTITLEMENT, TODAY.minusDays(1)))
                .when(end(ENTITLEMENT, EntitlementEnd.LAPSED))
                .expectEvents(
                        ended(
                                ENTITLEMENT,
                                LegalBasis.COOPERATION_PLAN_5A,
                                EntitlementEnd.LAPSED,
                                false));
        referral.given(REQUESTED, plan(ENTITLEMENT, TODAY))
                .when(end(ENTITLEMENT, EntitlementEnd.LAPSED))
                .expectException(refused(ReferralRefusal.ENTITLEMENT_NOT_LAPSED));
        referral.given(REQUESTED)
                .when(end(ID, EntitlementEnd.LAPSED))
                .expectException(refused(ReferralRefusal.ENTITLEMENT_NOT_LAPSED));
    }

    @Test
    void on_a_basis_that_ended_there_can_be_another_one() {
        referral.given(
                        REQUESTED,
                        ended(ID, LegalBasis.OBLIGED_JOBCENTER, EntitlementEnd.REVOKED, true))
                .when(add(LegalBasis.OBLIGED_JOBCENTER, TODAY, null))
                .expectEvents(added(ENTITLEMENT, LegalBasis.OBLIGED_JOBCENTER, TODAY, null));
    }

    @Test
    void another_body_does_not_learn_that_the_referral_exists() {
        referral.given(REQUESTED)
                .when(new EndEntitlement(ID, ID, "massarbeit", EntitlementEnd.REVOKED))
                .expectException(refused(ReferralRefusal.REFERRAL_NOT_FOUND));
        referral.given(REQUESTED)
                .when(
                        new AddEntitlement(
                                ID,
                                ENTITLEMENT,
                                "massarbeit",
                                LegalBasis.SELF_PAYER,
                                TODAY,
                                null,
                                AgeBand.FROM_60))
                .expectException(refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    private static AddEntitlement add(
            LegalBasis basis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {
        return new AddEntitlement(
                ID, ENTITLEMENT, BODY, basis, entitledOn, lapsesOn, AgeBand.FROM_27_TO_39);
    }

    private static AddEntitlement add(UUID id, LocalDate lapsesOn) {
        return new AddEntitlement(
                ID,
                id,
                BODY,
                LegalBasis.COOPERATION_PLAN_5A,
                TODAY.minusDays(300),
                lapsesOn,
                AgeBand.FROM_27_TO_39);
    }

    private static EndEntitlement end(UUID id, EntitlementEnd reason) {
        return new EndEntitlement(ID, id, BODY, reason);
    }

    private static ReferralHistory plan(UUID id, @Nullable LocalDate lapsesOn) {
        return added(id, LegalBasis.COOPERATION_PLAN_5A, TODAY.minusDays(300), lapsesOn);
    }

    private static ReferralHistory added(
            UUID id, LegalBasis basis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {
        return new ReferralHistory.EntitlementAdded(ID, id, basis, BODY, entitledOn, lapsesOn);
    }

    private static ReferralHistory ended(
            UUID id, LegalBasis basis, EntitlementEnd reason, boolean last) {
        return new ReferralHistory.EntitlementEnded(ID, id, basis, TODAY, reason, last);
    }
}
