package de.kim.notification.react;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.Channel;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.ExpiryCause;
import de.kim.events.MessageKind;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import de.kim.notification.write.PlanMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoliciesTest {
    private static final UUID EVENT = UUID.randomUUID();
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID OFFER = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void an_offer_is_told() {
        PlaceOffered event =
                new PlaceOffered(REFERRAL, OFFER, UUID.randomUUID(), COURSE, 1, DAY, Instant.EPOCH);
        assertPlans(WhenPlaceOfferedThenPlanMessage.react(event, EVENT), MessageKind.OFFER);
    }

    @ParameterizedTest
    @EnumSource(AnsweredBy.class)
    void an_acceptance_is_told_whoever_gave_it(AnsweredBy by) {
        PlaceAccepted event = new PlaceAccepted(REFERRAL, OFFER, COURSE, 1, DAY, by, false);
        assertPlans(WhenPlaceAcceptedThenPlanMessage.react(event, EVENT), MessageKind.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(ExpiryCause.class)
    void an_expiry_is_told_whatever_its_cause(ExpiryCause cause) {
        OfferExpired event = new OfferExpired(REFERRAL, OFFER, COURSE, cause);
        assertPlans(WhenOfferExpiredThenPlanMessage.react(event, EVENT), MessageKind.EXPIRY);
    }

    @ParameterizedTest
    @EnumSource(OfferWithdrawalCause.class)
    void a_withdrawn_offer_is_told_whatever_its_cause(OfferWithdrawalCause cause) {
        OfferWithdrawn event = new OfferWithdrawn(REFERRAL, OFFER, COURSE, cause);
        assertPlans(
                WhenOfferWithdrawnThenPlanMessage.react(event, EVENT), MessageKind.CANCELLATION);
    }

    @Test
    void the_end_of_an_offers_time_is_a_reminder() {
        ClockWarned event = new ClockWarned(REFERRAL, ClockKind.OFFER_PERIOD, DAY, OFFER, COURSE);
        assertPlans(WhenClockWarnedThenPlanMessage.react(event, EVENT), MessageKind.REMINDER);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClockKind.class,
            names = {"INTEREST", "INTEREST_LAPSE"})
    void whether_a_place_is_still_wanted_is_asked_twice(ClockKind clock) {
        ClockWarned event = new ClockWarned(REFERRAL, clock, DAY, null, null);
        assertThat(WhenClockWarnedThenPlanMessage.react(event, EVENT))
                .containsExactly(
                        PlanMessage.because(
                                EVENT, REFERRAL, null, MessageKind.INTEREST, Channel.EMAIL));
    }

    @ParameterizedTest
    @EnumSource(
            value = ClockKind.class,
            names = {"SIX_WEEKS", "ENTITLEMENT_LAPSE"})
    void the_clocks_of_the_offices_are_not_told_to_the_person(ClockKind clock) {
        ClockWarned event = new ClockWarned(REFERRAL, clock, DAY, null, null);
        assertThat(WhenClockWarnedThenPlanMessage.react(event, EVENT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReleaseCause.class)
    void a_place_lost_with_its_course_is_apologised_for_and_no_other(ReleaseCause cause) {
        PlaceReleased event = new PlaceReleased(REFERRAL, COURSE, cause);
        List<PlanMessage> plans =
                WhenPlaceReleasedThenPlanMessage.react(event, Optional.of(OFFER), EVENT);
        if (cause == ReleaseCause.COURSE_CANCELLED) {
            assertPlans(plans, MessageKind.CANCELLATION);
        } else {
            assertThat(plans).isEmpty();
        }
    }

    private static void assertPlans(List<PlanMessage> plans, MessageKind kind) {
        assertThat(plans)
                .containsExactly(PlanMessage.because(EVENT, REFERRAL, OFFER, kind, Channel.EMAIL));
    }
}
