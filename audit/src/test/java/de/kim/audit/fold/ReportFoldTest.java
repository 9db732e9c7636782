package de.kim.audit.fold;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AllocationDecided;
import de.kim.events.AnsweredBy;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.CorrectedPart;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseReason;
import de.kim.events.DeclineReason;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnd;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.Exclusion;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.LegalBasis;
import de.kim.events.Outcome;
import de.kim.events.ParticipantStarted;
import de.kim.events.PersonErased;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PlacesConfirmed;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReleaseCause;
import de.kim.events.RoundKind;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.Verdict;
import de.kim.events.WithdrawalReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportFoldTest {
    private static final Instant LATE_EVENING = Instant.parse("2026-10-05T22:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private final UUID referral = UUID.randomUUID();
    private final UUID course = UUID.randomUUID();
    private final UUID better = UUID.randomUUID();
    private final UUID offer = UUID.randomUUID();
    private final FoldedRows rows = new FoldedRows();

    @Test
    void a_declined_offer_is_open_no_more_but_stays_counted() {
        tell(offered(offer, course));
        assertThat(row().offers().open()).isEqualTo(new Offers.OpenOffer(offer, course));
        tell(new PlaceDeclined(referral, offer, course, AnsweredBy.PERSON, DeclineReason.TOO_FAR));
        assertThat(row().offers().open()).isNull();
        assertThat(row().offers().made()).isEqualTo(1);
        assertThat(row().offers().declined()).isEqualTo(1);
    }

    @Test
    void the_better_place_stays_when_the_held_one_is_released_in_either_order() {
        tell(accepted(course));
        tell(accepted(better));
        tell(new PlaceReleased(referral, course, ReleaseCause.BETTER_PLACE_ACCEPTED));
        assertThat(row().place().held()).isEqualTo(new Place.Held(better, DAY));
    }

    @Test
    void the_first_acceptance_and_the_first_start_count() {
        tell(accepted(course));
        Instant first = row().place().acceptedAt();
        tell(accepted(better), LATE_EVENING.plusSeconds(600));
        assertThat(row().place().acceptedAt()).isEqualTo(first);
        tell(new ParticipantStarted(better, referral, DAY));
        tell(new ReferralCompleted(referral, better, DAY.plusDays(3)));
        assertThat(row().place().started()).isEqualTo(new Place.Started(better, DAY));
    }

    @Test
    void only_six_weeks_count_as_breached_and_the_first_time() {
        tell(new ClockBreached(referral, ClockKind.OFFER_PERIOD, DAY, null, null));
        assertThat(row().sixWeeks().breachedOn()).isNull();
        tell(new ClockBreached(referral, ClockKind.SIX_WEEKS, DAY, null, null));
        tell(new ClockBreached(referral, ClockKind.SIX_WEEKS, DAY.plusDays(9), null, null));
        assertThat(row().sixWeeks().breachedOn()).isEqualTo(DAY);
    }

    @Test
    void an_offer_can_be_heard_before_its_referral() {
        tell(offered(offer, course));
        assertThat(row().registration()).isNull();
        tell(requested());
        assertThat(row().registration()).isNotNull();
        assertThat(row().offers().made()).isEqualTo(1);
    }

    @Test
    void a_day_is_a_day_in_berlin() {
        tell(new ReferralWithdrawn(referral, WithdrawalReason.MOVED_AWAY));
        assertThat(row().ending())
                .isEqualTo(
                        new Ending(Ending.How.WITHDRAWN, "MOVED_AWAY", LocalDate.of(2026, 10, 6)));
    }

    @Test
    void interest_that_is_confirmed_late_ends_the_ending() {
        tell(new InterestLapsed(referral, DAY));
        assertThat(Objects.requireNonNull(row().ending()).how())
                .isEqualTo(Ending.How.INTEREST_LAPSED);
        tell(new InterestConfirmed(referral, DAY));
        assertThat(row().ending()).isNull();
    }

    @Test
    void the_end_of_another_entitlement_ends_nothing() {
        tell(requested());
        tell(ended(LegalBasis.OBLIGED_ABH, false));
        assertThat(row().ending()).isNull();
        tell(ended(LegalBasis.SELF_PAYER, true));
        assertThat(Objects.requireNonNull(row().ending()).reason()).isEqualTo("REVOKED");
    }

    @Test
    void what_was_recorded_wrongly_counts_as_it_really_was() {
        tell(requested());
        LocalDate wrong = Objects.requireNonNull(row().registration()).entitledOn();
        tell(
                new ReferralCorrected(
                        referral,
                        CorrectionReason.TYPING_ERROR,
                        List.of(CorrectedPart.ENTITLEMENT, CorrectedPart.PERSON),
                        new EntitlementCorrection(
                                LegalBasis.OBLIGED_ABH,
                                wrong,
                                LegalBasis.SELF_PAYER,
                                wrong.plusDays(3),
                                null),
                        DAY));
        assertThat(Objects.requireNonNull(row().registration()).legalBasis())
                .isEqualTo(LegalBasis.SELF_PAYER);
        assertThat(Objects.requireNonNull(row().registration()).entitledOn())
                .isEqualTo(wrong.plusDays(3));
        tell(
                new ReferralCorrected(
                        referral,
                        CorrectionReason.OTHER,
                        List.of(CorrectedPart.PERSON),
                        null,
                        DAY));
        assertThat(Objects.requireNonNull(row().registration()).legalBasis())
                .isEqualTo(LegalBasis.SELF_PAYER);
    }

    @Test
    void whoever_has_an_entitlement_again_waits_again() {
        tell(requested());
        tell(ended(LegalBasis.OBLIGED_ABH, true));
        tell(
                new EntitlementAdded(
                        referral, LegalBasis.OBLIGED_JOBCENTER, "jobcenter-stadt", DAY, null));
        assertThat(row().ending()).isNull();
        assertThat(Objects.requireNonNull(row().registration()).legalBasis())
                .isEqualTo(LegalBasis.OBLIGED_ABH);
    }

    private EntitlementEnded ended(LegalBasis basis, boolean last) {
        return new EntitlementEnded(referral, basis, DAY, EntitlementEnd.REVOKED, last);
    }

    @Test
    void the_reasons_of_the_last_round_are_kept_until_an_offer() {
        tell(
                new AllocationDecided(
                        referral,
                        UUID.randomUUID(),
                        Outcome.WAITING,
                        null,
                        null,
                        List.of(
                                new CourseReason(course, List.of(Exclusion.TOO_FAR), null, null),
                                new CourseReason(better, List.of(), 7, 5))));
        assertThat(row().waitingFor()).containsExactly("PLACES_TAKEN", "TOO_FAR");
        tell(offered(offer, course));
        assertThat(row().waitingFor()).isEmpty();
    }

    @Test
    void who_is_erased_while_waiting_waits_no_longer_and_stays_counted() {
        tell(requested());
        tell(new PersonErased(referral, DAY));
        assertThat(row().ending()).isEqualTo(new Ending(Ending.How.ERASED, "ERASED", DAY));
        assertThat(row().registration()).isNotNull();
    }

    @Test
    void a_round_is_kept_with_what_was_verified_whatever_is_heard_first() {
        UUID round = UUID.randomUUID();
        tell(
                new RoundVerified(
                        round,
                        false,
                        null,
                        "00",
                        1,
                        0,
                        List.of(
                                new Verdict("capacity", true, ""),
                                new Verdict("no-justified-envy", false, ""))));
        tell(new RoundOpened(round, RoundKind.SCHEDULED, 1, 1, DAY, "00", Map.of()));
        assertThat(rows.rounds().get(round))
                .isEqualTo(
                        new ReportRound(
                                round,
                                DAY,
                                false,
                                List.of("capacity"),
                                List.of("no-justified-envy")));
    }

    @Test
    void places_are_confirmed_on_time_within_seven_days_of_the_last_statement() {
        tell(new PlacesConfirmed(course, 20, DAY, null, null));
        tell(new PlacesConfirmed(course, 20, DAY.plusDays(7), null, null));
        tell(new PlacesConfirmed(course, 20, DAY.plusDays(15), null, null));
        assertThat(Objects.requireNonNull(rows.courses().get(course)).conduct())
                .isEqualTo(new Conduct(DAY.plusDays(15), 2, 1, 0, null));
    }

    @Test
    void who_is_warned_or_shown_another_course_is_remembered() {
        tell(new ClockWarned(referral, ClockKind.SIX_WEEKS, DAY, null, null));
        assertThat(row().sixWeeks()).isEqualTo(new SixWeeksClock(null, true, false));
        tell(new ClockBreached(referral, ClockKind.SIX_WEEKS, DAY, null, course));
        assertThat(row().sixWeeks()).isEqualTo(new SixWeeksClock(DAY, true, true));
    }

    @Test
    void a_capacity_can_be_heard_before_its_course() {
        tell(new CapacitySet(course, 25, 20));
        assertThat(rows.courses().get(course))
                .isEqualTo(new ReportCourse(course, null, 20, null, null, null, Conduct.NONE));
    }

    private PlaceOffered offered(UUID offerId, UUID courseId) {
        return new PlaceOffered(
                referral, offerId, UUID.randomUUID(), courseId, 1, DAY, LATE_EVENING);
    }

    private PlaceAccepted accepted(UUID courseId) {
        return new PlaceAccepted(referral, offer, courseId, 1, DAY, AnsweredBy.PERSON, true);
    }

    private ReferralRequested requested() {
        return new ReferralRequested(
                referral,
                UUID.randomUUID(),
                "abh-stadt",
                LegalBasis.OBLIGED_ABH,
                DAY,
                null,
                DAY,
                List.of(),
                false,
                "00");
    }

    private void tell(PublicEvent event) {
        tell(event, LATE_EVENING);
    }

    private void tell(PublicEvent event, Instant time) {
        ReportFold.project(
                new Envelope(UUID.randomUUID(), "/kim/x", 1, time, "c", "c", null, event), rows);
    }

    private ReportCase row() {
        return Objects.requireNonNull(rows.cases().get(referral));
    }
}
