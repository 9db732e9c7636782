package de.kim.allocation.write;

import static de.kim.allocation.write.Sample.COURSE;
import static de.kim.allocation.write.Sample.LATER_OFFER;
import static de.kim.allocation.write.Sample.OFFER;
import static de.kim.allocation.write.Sample.OTHER_COURSE;
import static de.kim.allocation.write.Sample.REFERRAL;

import de.kim.allocation.write.CoursePlacesHistory.Closed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceHeld;
import de.kim.allocation.write.CoursePlacesHistory.PlaceTaken;
import de.kim.allocation.write.PlacementHistory.Accepted;
import de.kim.allocation.write.PlacementHistory.Breached;
import de.kim.allocation.write.PlacementHistory.Declined;
import de.kim.allocation.write.PlacementHistory.Expired;
import de.kim.allocation.write.PlacementHistory.Left;
import de.kim.allocation.write.PlacementHistory.Reached;
import de.kim.allocation.write.PlacementHistory.Released;
import de.kim.allocation.write.PlacementHistory.Withdrawn;
import de.kim.events.AnsweredBy;
import de.kim.events.ClockKind;
import de.kim.events.DeclineReason;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.Outcome;
import de.kim.events.ReleaseCause;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PlaceDeskTest {
    @Test
    void an_offer_holds_a_place() {
        Sample.waiting()
                .when(Sample.offerPlace())
                .then(Sample.held(), Sample.decided(), Sample.offered());
    }

    @Test
    void an_offer_made_twice_is_made_once() {
        Sample.withOffer().when(Sample.offerPlace()).then();
    }

    @Test
    void an_offer_that_has_ended_is_not_made_again_by_its_own_round() {
        Desk desk = Sample.withOffer().when(Sample.decline());
        desk.when(Sample.offerPlace()).then();
    }

    @Test
    void a_full_course_has_no_place_to_offer() {
        Desk.given(
                        Sample.capacity(COURSE, 1),
                        new PlaceHeld(COURSE, Desk.id("x"), Desk.id("y")),
                        Sample.queued())
                .when(Sample.offerPlace())
                .refused(AllocationRefusal.COURSE_FULL);
    }

    @Test
    void a_closed_course_has_no_place_to_offer() {
        Sample.waiting()
                .and(new Closed(COURSE))
                .when(Sample.offerPlace())
                .refused(AllocationRefusal.COURSE_CLOSED);
    }

    @Test
    void a_course_that_nobody_knows_has_no_place_to_offer() {
        Desk.given(Sample.queued())
                .when(Sample.offerPlace())
                .refused(AllocationRefusal.COURSE_NOT_FOUND);
    }

    @Test
    void nobody_holds_two_offers() {
        Sample.withOffer()
                .when(Sample.offerOther(null))
                .refused(AllocationRefusal.OFFER_ALREADY_LIVE);
    }

    @Test
    void who_has_a_place_is_offered_no_other() {
        Sample.withPlace()
                .when(Sample.offerOther(COURSE))
                .refused(AllocationRefusal.ALREADY_PLACED);
    }

    @Test
    void who_keeps_waiting_is_offered_what_ranks_above_the_place() {
        Desk desk = keepsWaiting();
        desk.when(Sample.offerOther(COURSE));
        Assertions.assertThat(desk.answer()).isEqualTo("PlaceHeld, Decided, Offered");
    }

    @Test
    void who_keeps_waiting_is_not_offered_what_was_ranked_above_another_place() {
        keepsWaiting().when(Sample.offerOther(null)).refused(AllocationRefusal.ALREADY_PLACED);
    }

    @Test
    void the_better_place_frees_the_held_one_first() {
        keepsWaiting()
                .when(Sample.offerOther(COURSE))
                .when(Sample.acceptOther())
                .then(
                        Sample.freedAgain(),
                        new PlaceTaken(OTHER_COURSE, LATER_OFFER, REFERRAL),
                        new Released(REFERRAL, OFFER, COURSE, ReleaseCause.BETTER_PLACE_ACCEPTED),
                        new Accepted(
                                REFERRAL,
                                LATER_OFFER,
                                OTHER_COURSE,
                                1,
                                Sample.STARTS_ON,
                                AnsweredBy.PERSON,
                                false));
    }

    @Test
    void who_began_the_course_cannot_leave_it_for_a_better_offer() {
        keepsWaiting()
                .when(Sample.offerOther(COURSE))
                .when(new BeginCourse(REFERRAL, COURSE, Sample.STARTS_ON))
                .when(Sample.acceptOther())
                .refused(AllocationRefusal.ALREADY_PLACED);
    }

    @Test
    void a_referral_that_ended_gets_no_offer() {
        Sample.waiting()
                .and(new Left(REFERRAL))
                .when(Sample.offerPlace())
                .refused(AllocationRefusal.REFERRAL_CLOSED);
    }

    @Test
    void a_referral_that_nobody_knows_gets_no_offer() {
        Desk.given(Sample.capacity(COURSE, 1))
                .when(Sample.offerPlace())
                .refused(AllocationRefusal.REFERRAL_NOT_FOUND);
    }

    @Test
    void no_offer_after_the_entry_closed() {
        Sample.waiting()
                .when(
                        new OfferPlace(
                                Sample.ROUND,
                                Sample.match(COURSE, null),
                                Sample.REASONS,
                                Sample.ENTRY_CLOSES_AT))
                .refused(AllocationRefusal.ENTRY_CLOSED);
    }

    @Test
    void an_accepted_offer_takes_the_place() {
        Sample.withOffer().when(Sample.accept(false)).then(Sample.taken(), Sample.accepted());
    }

    @Test
    void accepting_twice_is_accepting_once() {
        Sample.withPlace().when(Sample.accept(false)).then();
    }

    @Test
    void an_offer_of_somebody_else_cannot_be_accepted() {
        Sample.waiting().when(Sample.accept(false)).refused(AllocationRefusal.OFFER_NOT_FOUND);
    }

    @Test
    void a_declined_offer_cannot_be_accepted() {
        Sample.withOffer()
                .when(Sample.decline())
                .when(Sample.accept(false))
                .refused(AllocationRefusal.OFFER_NOT_LIVE);
    }

    @Test
    void an_offer_whose_time_is_over_cannot_be_accepted_even_if_nobody_noticed() {
        Sample.withOffer()
                .when(acceptAt(Sample.UNREACHED_AFTER))
                .refused(AllocationRefusal.OFFER_NOT_LIVE);
        Desk inTime = Sample.withOffer();
        inTime.when(acceptAt(Sample.UNREACHED_AFTER.minusMillis(1)));
        Assertions.assertThat(inTime.answer()).isEqualTo("PlaceTaken, Accepted");
    }

    @Test
    void a_reached_offer_lasts_until_its_period_ends() {
        Desk desk = Sample.withOffer().and(reached());
        desk.when(acceptAt(Sample.ANSWER_BY)).refused(AllocationRefusal.OFFER_NOT_LIVE);
        desk.when(acceptAt(Sample.ANSWER_BY.minusMillis(1)));
        Assertions.assertThat(desk.answer()).isEqualTo("PlaceTaken, Accepted");
    }

    @Test
    void a_declined_offer_frees_the_place() {
        Sample.withOffer()
                .when(Sample.decline())
                .then(
                        Sample.freed(),
                        new Declined(
                                REFERRAL,
                                OFFER,
                                COURSE,
                                0,
                                AnsweredBy.COUNSELLOR,
                                DeclineReason.TOO_FAR));
    }

    @Test
    void declining_twice_is_declining_once() {
        Sample.withOffer().when(Sample.decline()).when(Sample.decline()).then();
    }

    @Test
    void an_accepted_place_cannot_be_declined() {
        Sample.withPlace().when(Sample.decline()).refused(AllocationRefusal.OFFER_NOT_LIVE);
    }

    @Test
    void an_offer_expires_when_its_period_is_over() {
        Sample.withOffer()
                .and(reached())
                .when(new ExpireOffer(REFERRAL, OFFER, Sample.ANSWER_BY))
                .then(
                        Sample.freed(),
                        new Expired(REFERRAL, OFFER, COURSE, ExpiryCause.UNANSWERED),
                        overdue(Sample.ANSWER_BY));
    }

    @Test
    void an_offer_that_reached_nobody_expires_as_unreachable() {
        Sample.withOffer()
                .when(new ExpireOffer(REFERRAL, OFFER, Sample.UNREACHED_AFTER))
                .then(
                        Sample.freed(),
                        new Expired(REFERRAL, OFFER, COURSE, ExpiryCause.UNREACHABLE),
                        overdue(Sample.UNREACHED_AFTER));
    }

    @Test
    void an_offer_ends_with_the_entry() {
        Desk.given(Sample.capacity(COURSE, 1), Sample.queued(), Sample.held(), lateOffer())
                .when(new ExpireOffer(REFERRAL, OFFER, Sample.ENTRY_CLOSES_AT))
                .then(
                        Sample.freed(),
                        new Expired(REFERRAL, OFFER, COURSE, ExpiryCause.ENTRY_CLOSED),
                        overdue(Sample.ENTRY_CLOSES_AT));
    }

    /** The last day of an offer that ends at midnight is the day before. */
    private static Breached overdue(Instant endsAt) {
        return new Breached(
                REFERRAL,
                ClockKind.OFFER_PERIOD,
                endsAt.minusMillis(1).atZone(WorkingDays.ZONE).toLocalDate(),
                OFFER,
                null);
    }

    @Test
    void an_offer_does_not_expire_before_its_time() {
        Sample.withOffer()
                .when(new ExpireOffer(REFERRAL, OFFER, Sample.UNREACHED_AFTER.minusMillis(1)))
                .refused(AllocationRefusal.OFFER_NOT_DUE);
    }

    @Test
    void an_accepted_offer_does_not_expire() {
        Sample.withPlace()
                .when(new ExpireOffer(REFERRAL, OFFER, Sample.ENTRY_CLOSES_AT))
                .refused(AllocationRefusal.OFFER_NOT_LIVE);
    }

    @Test
    void expiring_twice_is_expiring_once() {
        ExpireOffer expire = new ExpireOffer(REFERRAL, OFFER, Sample.UNREACHED_AFTER);
        Sample.withOffer().when(expire).when(expire).then();
    }

    @Test
    void a_withdrawn_offer_frees_the_place() {
        Sample.withOffer()
                .when(new WithdrawOffer(REFERRAL, OFFER, OfferWithdrawalCause.COURSE_RESCHEDULED))
                .then(
                        Sample.freed(),
                        new Withdrawn(
                                REFERRAL, OFFER, COURSE, OfferWithdrawalCause.COURSE_RESCHEDULED));
    }

    @Test
    void a_released_place_is_free() {
        Sample.withPlace()
                .when(new ReleasePlace(REFERRAL, COURSE, ReleaseCause.PARTICIPANT_MISSING))
                .then(
                        Sample.freedAgain(),
                        new Released(REFERRAL, OFFER, COURSE, ReleaseCause.PARTICIPANT_MISSING));
    }

    @Test
    void releasing_twice_is_releasing_once() {
        ReleasePlace release = new ReleasePlace(REFERRAL, COURSE, ReleaseCause.PARTICIPANT_MISSING);
        Sample.withPlace().when(release).when(release).then();
    }

    @Test
    void a_place_that_nobody_had_cannot_be_released() {
        Sample.withOffer()
                .when(new ReleasePlace(REFERRAL, COURSE, ReleaseCause.PARTICIPANT_MISSING))
                .refused(AllocationRefusal.PLACE_NOT_FOUND);
    }

    @Test
    void a_withdrawn_referral_gives_back_its_offer() {
        Sample.withOffer()
                .when(new LeaveWaitingList(REFERRAL))
                .then(
                        Sample.freed(),
                        new Withdrawn(
                                REFERRAL, OFFER, COURSE, OfferWithdrawalCause.REFERRAL_WITHDRAWN),
                        new Left(REFERRAL));
    }

    @Test
    void without_an_entitlement_the_offer_goes_to_others_and_a_place_stays() {
        var withdraw = new WithdrawLiveOffer(REFERRAL, OfferWithdrawalCause.ENTITLEMENT_ENDED);
        Sample.withOffer()
                .when(withdraw)
                .then(
                        Sample.freed(),
                        new Withdrawn(
                                REFERRAL, OFFER, COURSE, OfferWithdrawalCause.ENTITLEMENT_ENDED));
        Sample.withPlace().when(withdraw).then();
    }

    @Test
    void a_withdrawn_referral_gives_back_its_place() {
        Sample.withPlace()
                .when(new LeaveWaitingList(REFERRAL))
                .then(
                        Sample.freedAgain(),
                        new Released(REFERRAL, OFFER, COURSE, ReleaseCause.REFERRAL_WITHDRAWN),
                        new Left(REFERRAL));
    }

    @Test
    void a_cancelled_course_gives_up_offers_and_places_and_takes_nobody() {
        Sample.withOffer()
                .when(new CancelCourse(COURSE))
                .then(
                        new Closed(COURSE),
                        Sample.freed(),
                        new Withdrawn(
                                REFERRAL, OFFER, COURSE, OfferWithdrawalCause.COURSE_CANCELLED));
        Sample.withPlace()
                .when(new CancelCourse(COURSE))
                .then(
                        new Closed(COURSE),
                        Sample.freedAgain(),
                        new Released(REFERRAL, OFFER, COURSE, ReleaseCause.COURSE_CANCELLED));
    }

    @Test
    void a_rescheduled_course_takes_back_its_offers_and_keeps_its_places() {
        WithdrawOffers moved = new WithdrawOffers(COURSE, OfferWithdrawalCause.COURSE_RESCHEDULED);
        Sample.withOffer()
                .when(moved)
                .then(
                        Sample.freed(),
                        new Withdrawn(
                                REFERRAL, OFFER, COURSE, OfferWithdrawalCause.COURSE_RESCHEDULED));
        Sample.withPlace().when(moved).then();
    }

    @Test
    void who_lost_an_offer_and_waits_again_is_told_so() {
        Desk desk = Sample.withOffer().when(Sample.decline());
        desk.when(new RecordDecision(REFERRAL, Sample.LATER_ROUND, Sample.REASONS))
                .then(
                        new PlacementHistory.Decided(
                                REFERRAL,
                                Sample.LATER_ROUND,
                                Outcome.WAITING,
                                null,
                                null,
                                Sample.REASONS));
    }

    private static Desk keepsWaiting() {
        return Sample.withOffer().when(Sample.accept(true));
    }

    private static AcceptPlace acceptAt(Instant at) {
        return new AcceptPlace(REFERRAL, OFFER, AnsweredBy.PERSON, false, at);
    }

    private static PlacementHistory reached() {
        return new Reached(REFERRAL, OFFER, Sample.REACHED_AT, Sample.ANSWER_BY, null);
    }

    /** Made so late that the entry closes before five working days are over. */
    private static PlacementHistory lateOffer() {
        return new PlacementHistory.Offered(
                REFERRAL,
                OFFER,
                Sample.ROUND,
                COURSE,
                0,
                1,
                Sample.STARTS_ON,
                Sample.ENTRY_CLOSES_AT.plusSeconds(1),
                Sample.ENTRY_CLOSES_AT,
                3);
    }
}
