package de.kim.referral.write;

import static de.kim.kit.testing.RefusedWith.refused;
import static de.kim.referral.write.Samples.BODY;
import static de.kim.referral.write.Samples.CLOCK;
import static de.kim.referral.write.Samples.COMMITMENT;
import static de.kim.referral.write.Samples.COMPLETED;
import static de.kim.referral.write.Samples.CONSENTED;
import static de.kim.referral.write.Samples.COURSE;
import static de.kim.referral.write.Samples.ID;
import static de.kim.referral.write.Samples.PERSON;
import static de.kim.referral.write.Samples.REQUESTED;
import static de.kim.referral.write.Samples.TESTED;
import static de.kim.referral.write.Samples.TODAY;
import static de.kim.referral.write.Samples.WISH;
import static de.kim.referral.write.Samples.WITHDRAWN;
import static de.kim.referral.write.Samples.request;
import static de.kim.referral.write.Samples.test;

import de.kim.events.AgeBand;
import de.kim.events.ConsentPurpose;
import de.kim.events.CorrectedPart;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseType;
import de.kim.events.DataClass;
import de.kim.events.EntitlementCorrection;
import de.kim.events.LegalBasis;
import de.kim.events.WithdrawalReason;
import de.kim.kit.heard.RulesInForce;
import de.kim.rules.Rulebooks;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralTest {
    private static final LocalDate CLOSED = LocalDate.of(2026, 2, 9);

    private FixtureConfiguration<Referral> referral;

    @BeforeEach
    void prepare() {
        referral = new AggregateTestFixture<>(Referral.class);
        referral.registerInjectableResource(CLOCK)
                .registerInjectableResource((RulesInForce) instant -> Rulebooks.FIRST);
    }

    @Test
    void a_requested_referral_is_registered_today() {
        referral.givenNoPriorActivity().when(request()).expectEvents(REQUESTED);
    }

    @Test
    void an_admission_by_the_bamf_issued_before_the_stop_stays_valid() {
        referral.givenNoPriorActivity()
                .when(request(LegalBasis.ADMITTED_44_4, CLOSED.minusDays(1), AgeBand.FROM_60))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_admission_by_the_bamf_issued_since_the_stop_is_refused() {
        referral.givenNoPriorActivity()
                .when(request(LegalBasis.ADMITTED_44_4, CLOSED, AgeBand.FROM_60))
                .expectException(refused(ReferralRefusal.LEGAL_BASIS_CLOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mbe-1", "jmd-1"})
    void a_counselling_office_refers_with_consent_only(String office) {
        referral.givenNoPriorActivity()
                .when(from(office, false))
                .expectException(refused(ReferralRefusal.CONSENT_MISSING));
    }

    @Test
    void a_consent_is_kept_as_an_event() {
        referral.givenNoPriorActivity()
                .when(from("mbe-1", true))
                .expectEvents(
                        new ReferralHistory.Requested(
                                ID,
                                Samples.PERSON,
                                "mbe-1",
                                LegalBasis.ENTITLED_44_1,
                                TODAY,
                                TODAY.plusYears(1),
                                TODAY,
                                List.of(),
                                false,
                                COMMITMENT),
                        new ReferralHistory.Consented(ID, ConsentPurpose.REFERRAL, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,,ENTITLEMENT_IN_FUTURE",
        "2004-12-31,,DATE_BEFORE_2005",
        "2026-01-01,2026-11-22,ENTITLEMENT_LAPSED",
        "2026-01-01,2025-12-31,LAPSE_OUT_OF_RANGE",
        "2026-01-01,2036-01-02,LAPSE_OUT_OF_RANGE"
    })
    void dates_of_an_entitlement_are_possible_ones(
            LocalDate entitledOn, @Nullable LocalDate lapsesOn, ReferralRefusal refusal) {
        referral.givenNoPriorActivity()
                .when(
                        request(
                                BODY,
                                LegalBasis.ENTITLED_44_1,
                                entitledOn,
                                lapsesOn,
                                AgeBand.FROM_60,
                                List.of(),
                                false,
                                false))
                .expectException(refused(refusal));
    }

    @ParameterizedTest
    @CsvSource({"ENTITLED_44_1,UNDER_16", "OBLIGED_ASYLBLG,FROM_16_TO_17"})
    void someone_too_young_is_not_referred(LegalBasis basis, AgeBand age) {
        referral.givenNoPriorActivity()
                .when(request(basis, TODAY, age))
                .expectException(refused(ReferralRefusal.TOO_YOUNG));
    }

    @Test
    void a_correction_says_what_was_wrong_and_what_is_right() {
        StatedEntitlement right =
                new StatedEntitlement(
                        LegalBasis.COOPERATION_PLAN_5A, TODAY.minusDays(5), TODAY.plusDays(90));
        StatedResult result = new StatedResult(TODAY, CourseType.LITERACY, 2, true);
        referral.given(REQUESTED, TESTED)
                .when(Samples.correction(right, result, true, "another commitment"))
                .expectEvents(
                        new ReferralHistory.Corrected(
                                ID,
                                CorrectionReason.TYPING_ERROR,
                                List.of(CorrectedPart.values()),
                                new EntitlementCorrection(
                                        LegalBasis.OBLIGED_JOBCENTER,
                                        TODAY.minusDays(10),
                                        LegalBasis.COOPERATION_PLAN_5A,
                                        TODAY.minusDays(5),
                                        TODAY.plusDays(90)),
                                TODAY),
                        new ReferralHistory.Amended(ID, "another commitment"),
                        new ReferralHistory.TestRecorded(ID, TODAY, CourseType.LITERACY, 2, true));
    }

    @Test
    void what_was_corrected_can_be_corrected_again() {
        StatedEntitlement first =
                new StatedEntitlement(LegalBasis.COOPERATION_PLAN_5A, TODAY.minusDays(5), null);
        StatedEntitlement second =
                new StatedEntitlement(LegalBasis.OBLIGED_ABH, TODAY.minusDays(4), null);
        referral.given(REQUESTED)
                .andGivenCommands(Samples.correction(first, null))
                .when(Samples.correction(second, null))
                .expectEvents(
                        new ReferralHistory.Corrected(
                                ID,
                                CorrectionReason.TYPING_ERROR,
                                List.of(CorrectedPart.ENTITLEMENT),
                                new EntitlementCorrection(
                                        LegalBasis.COOPERATION_PLAN_5A,
                                        TODAY.minusDays(5),
                                        LegalBasis.OBLIGED_ABH,
                                        TODAY.minusDays(4),
                                        null),
                                TODAY));
    }

    @Test
    void what_was_right_is_not_corrected() {
        referral.given(REQUESTED, TESTED)
                .when(
                        Samples.correction(
                                new StatedEntitlement(
                                        LegalBasis.OBLIGED_JOBCENTER, TODAY.minusDays(10), null),
                                new StatedResult(TODAY.minusDays(1), CourseType.GENERAL, 1, false)))
                .expectNoEvents();
    }

    @Test
    void a_result_that_is_not_there_cannot_have_been_wrong() {
        referral.given(REQUESTED)
                .when(
                        Samples.correction(
                                null, new StatedResult(TODAY, CourseType.GENERAL, 1, false)))
                .expectException(refused(ReferralRefusal.TEST_NOT_RECORDED));
    }

    @Test
    void a_correction_is_held_to_the_same_rules() {
        referral.given(REQUESTED, TESTED)
                .when(
                        Samples.correction(
                                new StatedEntitlement(LegalBasis.ADMITTED_44_4, CLOSED, null),
                                null))
                .expectException(refused(ReferralRefusal.LEGAL_BASIS_CLOSED));
    }

    @Test
    void another_body_corrects_nothing() {
        referral.given(REQUESTED)
                .when(
                        new CorrectReferral(
                                ID,
                                "massarbeit",
                                CorrectionReason.OTHER,
                                null,
                                null,
                                true,
                                AgeBand.FROM_60,
                                COMMITMENT))
                .expectException(refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    @Test
    void only_wishes_needs_a_wish() {
        referral.given(REQUESTED)
                .when(new ChangeWishes(ID, BODY, List.of(), true))
                .expectException(refused(ReferralRefusal.WISHES_MISSING));
    }

    @Test
    void a_wish_is_named_once() {
        referral.given(REQUESTED)
                .when(new ChangeWishes(ID, BODY, List.of(WISH, WISH), false))
                .expectException(refused(ReferralRefusal.WISH_TWICE));
    }

    @Test
    void the_same_wishes_again_change_nothing() {
        referral.given(REQUESTED, new ReferralHistory.WishesChanged(ID, List.of(WISH), true))
                .when(new ChangeWishes(ID, BODY, List.of(WISH), true))
                .expectNoEvents();
    }

    @Test
    void a_test_result_can_be_corrected_until_the_course_begins() {
        referral.given(REQUESTED, TESTED)
                .when(test(CourseType.LITERACY, 10))
                .expectEvents(
                        new ReferralHistory.TestRecorded(
                                ID, TODAY.minusDays(1), CourseType.LITERACY, 10, false));
    }

    @ParameterizedTest
    @CsvSource({"GENERAL,8", "GENERAL,0", "INTENSIVE,6", "REPEAT,4"})
    void a_course_type_has_only_its_sections(CourseType type, int section) {
        referral.given(REQUESTED)
                .when(test(type, section))
                .expectException(refused(ReferralRefusal.SECTION_OUT_OF_RANGE));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24,TEST_IN_FUTURE", "2004-12-31,DATE_BEFORE_2005"})
    void a_test_was_taken_on_a_possible_day(LocalDate testedOn, ReferralRefusal refusal) {
        referral.given(REQUESTED)
                .when(new RecordPlacementTest(ID, BODY, testedOn, CourseType.GENERAL, 1, false))
                .expectException(refused(refusal));
    }

    @Test
    void another_body_does_not_learn_that_the_referral_exists() {
        referral.given(REQUESTED)
                .when(new WithdrawReferral(ID, "massarbeit", WithdrawalReason.OTHER))
                .expectException(refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    @Test
    void withdrawing_twice_for_the_same_reason_succeeds_once() {
        referral.given(REQUESTED, WITHDRAWN)
                .when(new WithdrawReferral(ID, BODY, WithdrawalReason.MOVED_AWAY))
                .expectNoEvents();
    }

    @Test
    void someone_who_began_a_course_cannot_begin_another() {
        referral.given(REQUESTED, TESTED, COMPLETED)
                .when(new CompleteReferral(ID, UUID.randomUUID(), TODAY))
                .expectException(refused(ReferralRefusal.ALREADY_COMPLETED));
    }

    @Test
    void the_same_start_heard_twice_changes_nothing() {
        referral.given(REQUESTED, TESTED, COMPLETED)
                .when(new CompleteReferral(ID, COURSE, TODAY))
                .expectNoEvents();
    }

    private static RequestReferral from(String office, boolean consent) {
        return request(
                office,
                LegalBasis.ENTITLED_44_1,
                TODAY,
                null,
                AgeBand.FROM_27_TO_39,
                List.of(),
                false,
                consent);
    }

    @Test
    void a_referral_that_rests_on_consent_ends_with_it_and_the_person_is_erased() {
        referral.given(counselled(), CONSENTED)
                .when(new RevokeConsent(ID, "mbe-1", ConsentPurpose.REFERRAL))
                .expectEvents(
                        new ReferralHistory.ConsentRevoked(ID, ConsentPurpose.REFERRAL, TODAY),
                        new ReferralHistory.Withdrawn(ID, WithdrawalReason.CONSENT_REVOKED),
                        new ReferralHistory.Erased(ID, TODAY));
    }

    @Test
    void from_the_start_of_the_course_on_the_law_and_not_the_consent_keeps_the_data() {
        referral.given(counselled(), CONSENTED, TESTED, COMPLETED)
                .when(new RevokeConsent(ID, "mbe-1", ConsentPurpose.REFERRAL))
                .expectEvents(
                        new ReferralHistory.ConsentRevoked(ID, ConsentPurpose.REFERRAL, TODAY));
    }

    @Test
    void a_referral_that_rests_on_the_law_goes_on_without_consent() {
        referral.given(REQUESTED, CONSENTED)
                .when(new RevokeConsent(ID, BODY, ConsentPurpose.REFERRAL))
                .expectEvents(
                        new ReferralHistory.ConsentRevoked(ID, ConsentPurpose.REFERRAL, TODAY));
    }

    @Test
    void a_consent_that_was_not_given_cannot_be_taken_back() {
        referral.given(REQUESTED)
                .when(new RevokeConsent(ID, BODY, ConsentPurpose.CONTACT))
                .expectNoEvents();
    }

    @Test
    void after_its_revocation_a_contact_needs_a_new_consent() {
        var given = new ReferralHistory.Consented(ID, ConsentPurpose.CONTACT, TODAY);
        var revoked = new ReferralHistory.ConsentRevoked(ID, ConsentPurpose.CONTACT, TODAY);
        referral.given(REQUESTED, given, revoked)
                .when(new AmendReferral(ID, BODY, "other", true))
                .expectException(refused(ReferralRefusal.CONTACT_REVOKED));
        prepare();
        referral.given(REQUESTED, given, revoked)
                .when(new AmendReferral(ID, BODY, "other", false))
                .expectEvents(new ReferralHistory.Amended(ID, "other"));
        prepare();
        referral.given(REQUESTED, given, revoked, given)
                .when(new AmendReferral(ID, BODY, "other", true))
                .expectEvents(new ReferralHistory.Amended(ID, "other"));
    }

    @Test
    void who_cannot_be_placed_any_more_leaves() {
        var gone = new ReferralHistory.DataDeleted(ID, List.of(DataClass.ATTRIBUTES), TODAY);
        var attributes = new DeleteData(ID, EnumSet.of(DataClass.ATTRIBUTES));
        referral.given(REQUESTED, TESTED)
                .when(attributes)
                .expectEvents(
                        new ReferralHistory.Withdrawn(ID, WithdrawalReason.RETENTION_ENDED), gone);
        prepare();
        referral.given(REQUESTED, gone).when(attributes).expectNoEvents();
        prepare();
        referral.given(REQUESTED, TESTED, COMPLETED).when(attributes).expectEvents(gone);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSENT_REVOKED", "RETENTION_ENDED"})
    void nobody_chooses_a_reason_that_follows_from_something_else(WithdrawalReason reason) {
        referral.given(REQUESTED)
                .when(new WithdrawReferral(ID, BODY, reason))
                .expectException(refused(ReferralRefusal.WITHDRAWAL_REASON_RESERVED));
    }

    @Test
    void nobody_erases_another_bodys_referral() {
        referral.given(REQUESTED)
                .when(new ErasePerson(ID, "massarbeit"))
                .expectException(refused(ReferralRefusal.REFERRAL_NOT_FOUND));
    }

    private static ReferralHistory counselled() {
        return new ReferralHistory.Requested(
                ID,
                PERSON,
                "mbe-1",
                LegalBasis.ENTITLED_44_1,
                TODAY.minusDays(10),
                null,
                TODAY,
                List.of(),
                false,
                COMMITMENT);
    }

    @Test
    void interest_lapses_once_and_not_for_who_confirmed_it_on_the_last_day() {
        referral.given(REQUESTED)
                .when(new LapseInterest(ID, TODAY.minusDays(1)))
                .expectEvents(new ReferralHistory.InterestLapsed(ID, TODAY));
        prepare();
        referral.given(REQUESTED, new ReferralHistory.InterestLapsed(ID, TODAY))
                .when(new LapseInterest(ID, TODAY.minusDays(1)))
                .expectNoEvents();
        prepare();
        referral.given(REQUESTED, new ReferralHistory.InterestConfirmed(ID, TODAY.minusDays(1)))
                .when(new LapseInterest(ID, TODAY.minusDays(1)))
                .expectNoEvents();
        prepare();
        referral.given(
                        REQUESTED,
                        new ReferralHistory.InterestLapsed(ID, TODAY),
                        new ReferralHistory.InterestConfirmed(ID, TODAY))
                .when(new LapseInterest(ID, TODAY.plusDays(105)))
                .expectEvents(new ReferralHistory.InterestLapsed(ID, TODAY));
    }
}
