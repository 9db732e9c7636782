package de.kim.allocation.react;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.react.WhenPlacementTestRecordedThenQueue.Standing;
import de.kim.allocation.write.AskCapacity;
import de.kim.allocation.write.BeginCourse;
import de.kim.allocation.write.CancelCourse;
import de.kim.allocation.write.QueueReferral;
import de.kim.allocation.write.ReachOffer;
import de.kim.allocation.write.ReleasePlace;
import de.kim.allocation.write.StepAside;
import de.kim.allocation.write.TakeReachBack;
import de.kim.allocation.write.WithdrawLiveOffer;
import de.kim.allocation.write.WithdrawOffers;
import de.kim.events.CancellationReason;
import de.kim.events.Channel;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseType;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.ParticipantMissing;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ReachProof;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralsLinked;
import de.kim.events.ReleaseCause;
import de.kim.events.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID OFFER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** Half past eleven at night in UTC: the next day in Osnabrück. */
    private static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");

    private static final PlacementTestRecorded TEST =
            new PlacementTestRecorded(REFERRAL, DAY, CourseType.LITERACY, 2, false);

    @Test
    void a_tested_referral_is_queued_on_the_local_day() {
        Optional<Standing> known = Optional.of(new Standing(PERSON, false));
        assertThat(WhenPlacementTestRecordedThenQueue.react(TEST, known, NIGHT))
                .containsExactly(
                        new QueueReferral(
                                REFERRAL, PERSON, DAY.plusDays(1), CourseType.LITERACY, 2));
    }

    @Test
    void a_referral_that_ended_or_stands_aside_is_not_queued() {
        Optional<Standing> aside = Optional.of(new Standing(PERSON, true));
        assertThat(WhenPlacementTestRecordedThenQueue.react(TEST, aside, NIGHT)).isEmpty();
        assertThat(WhenPlacementTestRecordedThenQueue.react(TEST, Optional.empty(), NIGHT))
                .isEmpty();
    }

    @Test
    void changed_and_confirmed_places_are_asked_for() {
        assertThat(WhenPlacesChangedThenAskCapacity.react(new PlacesChanged(COURSE, 7)))
                .containsExactly(new AskCapacity(COURSE, 7));
        assertThat(
                        WhenPlacesChangedThenAskCapacity.react(
                                new PlacesConfirmed(COURSE, 8, DAY, 2, "traeger-01")))
                .containsExactly(new AskCapacity(COURSE, 8));
    }

    @Test
    void only_a_message_about_an_offer_begins_its_period() {
        assertThat(WhenMessageReachedThenOfferReached.react(reached(OFFER)))
                .containsExactly(new ReachOffer(REFERRAL, OFFER, NIGHT));
        assertThat(WhenMessageReachedThenOfferReached.react(reached(null))).isEmpty();
    }

    @Test
    void a_letter_that_counts_as_arrived_and_did_not_is_taken_back() {
        UUID letter = UUID.randomUUID();
        assertThat(
                        WhenMessageReachedThenOfferReached.react(
                                new MessageReached(
                                        letter, REFERRAL, OFFER, ReachProof.POST_FICTION, NIGHT)))
                .containsExactly(new ReachOffer(REFERRAL, OFFER, NIGHT, letter));
        assertThat(WhenMessageFailedThenTakeReachBack.react(failed(letter, OFFER), NIGHT))
                .containsExactly(new TakeReachBack(REFERRAL, OFFER, letter, NIGHT));
        assertThat(WhenMessageFailedThenTakeReachBack.react(failed(letter, null), NIGHT)).isEmpty();
    }

    private static MessageFailed failed(UUID messageId, @Nullable UUID offerId) {
        return new MessageFailed(
                messageId, REFERRAL, offerId, Channel.LETTER, DeliveryFailure.BOUNCED);
    }

    @Test
    void a_cancelled_course_gives_everything_back_and_a_moved_one_its_offers() {
        assertThat(
                        WhenCourseCancelledThenWithdrawOffersAndReleasePlaces.react(
                                new CourseCancelled(COURSE, CancellationReason.NO_ROOM)))
                .containsExactly(new CancelCourse(COURSE));
        Venue venue = new Venue("03404000", 52_279_000, 8_047_000, true);
        assertThat(
                        WhenCourseRescheduledThenWithdrawOffers.react(
                                new CourseRescheduled(
                                        COURSE, List.of(), List.of(), venue, null, null, null, null,
                                        null)))
                .containsExactly(
                        new WithdrawOffers(COURSE, OfferWithdrawalCause.COURSE_RESCHEDULED));
    }

    @Test
    void who_is_missing_gives_the_place_back_and_who_began_stops_waiting() {
        assertThat(
                        WhenParticipantMissingThenReleasePlace.react(
                                new ParticipantMissing(COURSE, REFERRAL, DAY)))
                .containsExactly(
                        new ReleasePlace(REFERRAL, COURSE, ReleaseCause.PARTICIPANT_MISSING));
        assertThat(
                        WhenParticipantStartedThenStopWaiting.react(
                                new ReferralCompleted(REFERRAL, COURSE, DAY)))
                .containsExactly(new BeginCourse(REFERRAL, COURSE, DAY));
    }

    @Test
    void whoever_has_no_entitlement_left_loses_the_offer() {
        assertThat(WhenEntitlementEndedThenWithdrawOffer.react(Optional.of(REFERRAL)))
                .containsExactly(
                        new WithdrawLiveOffer(REFERRAL, OfferWithdrawalCause.ENTITLEMENT_ENDED));
        assertThat(WhenEntitlementEndedThenWithdrawOffer.react(Optional.empty())).isEmpty();
    }

    @Test
    void of_linked_referrals_the_second_steps_aside() {
        UUID second = UUID.randomUUID();
        assertThat(
                        WhenReferralsLinkedThenStepAside.react(
                                new ReferralsLinked(REFERRAL, second, PERSON), true))
                .containsExactly(new StepAside(second));
    }

    private static MessageReached reached(@Nullable UUID offerId) {
        return new MessageReached(
                UUID.randomUUID(), REFERRAL, offerId, ReachProof.LINK_OPENED, NIGHT);
    }
}
