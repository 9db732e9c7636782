package de.kim.allocation.write;

import static de.kim.allocation.write.Sample.COURSE;
import static de.kim.allocation.write.Sample.OFFER;
import static de.kim.allocation.write.Sample.REACHED_AT;
import static de.kim.allocation.write.Sample.REASONS;
import static de.kim.allocation.write.Sample.REFERRAL;
import static de.kim.allocation.write.Sample.ROUND;

import de.kim.allocation.write.PlacementHistory.Begun;
import de.kim.allocation.write.PlacementHistory.Breached;
import de.kim.allocation.write.PlacementHistory.Decided;
import de.kim.allocation.write.PlacementHistory.Expired;
import de.kim.allocation.write.PlacementHistory.InterestRenewed;
import de.kim.allocation.write.PlacementHistory.Left;
import de.kim.allocation.write.PlacementHistory.ReachConfirmed;
import de.kim.allocation.write.PlacementHistory.ReachTakenBack;
import de.kim.allocation.write.PlacementHistory.Reached;
import de.kim.allocation.write.PlacementHistory.TestChanged;
import de.kim.allocation.write.PlacementHistory.Warned;
import de.kim.events.ClockKind;
import de.kim.events.CourseType;
import de.kim.events.ExpiryCause;
import de.kim.events.Outcome;
import de.kim.kit.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final LocalDate DUE = LocalDate.of(2027, 1, 4);

    private final FixtureConfiguration<Placement> fixture =
            new AggregateTestFixture<>(Placement.class);

    @Test
    void a_tested_referral_is_queued() {
        fixture.givenNoPriorActivity().when(Sample.queue()).expectEvents(Sample.queued());
    }

    @Test
    void queuing_twice_is_queuing_once() {
        nothing(fixture.given(Sample.queued()).when(Sample.queue()));
    }

    @Test
    void a_second_test_with_another_result_is_kept() {
        fixture.given(Sample.queued())
                .when(new QueueReferral(REFERRAL, Sample.PERSON, DUE, CourseType.LITERACY, 2))
                .expectEvents(new TestChanged(REFERRAL, CourseType.LITERACY, 2));
    }

    @Test
    void a_referral_that_ended_is_not_queued_again() {
        refused(
                fixture.given(Sample.queued(), new Left(REFERRAL)).when(Sample.queue()),
                AllocationRefusal.REFERRAL_CLOSED);
    }

    @Test
    void the_first_round_without_a_place_is_a_decision() {
        fixture.given(Sample.queued())
                .when(new RecordDecision(REFERRAL, ROUND, REASONS))
                .expectEvents(new Decided(REFERRAL, ROUND, Outcome.WAITING, null, null, REASONS));
    }

    @Test
    void the_same_outcome_is_not_said_again() {
        nothing(
                fixture.given(
                                Sample.queued(),
                                new Decided(REFERRAL, ROUND, Outcome.WAITING, null, null, REASONS))
                        .when(new RecordDecision(REFERRAL, Sample.LATER_ROUND, REASONS)));
    }

    @Test
    void nobody_is_told_to_wait_who_holds_an_offer() {
        refused(
                fixture.given(Sample.queued(), Sample.decided(), Sample.offered())
                        .when(new RecordDecision(REFERRAL, ROUND, REASONS)),
                AllocationRefusal.NOT_WAITING);
    }

    @Test
    void the_offer_period_begins_when_the_offer_reaches_the_person() {
        fixture.given(Sample.queued(), Sample.decided(), Sample.offered())
                .when(new ReachOffer(REFERRAL, OFFER, REACHED_AT))
                .expectEvents(new Reached(REFERRAL, OFFER, REACHED_AT, Sample.ANSWER_BY, null));
    }

    @Test
    void the_first_proof_of_reach_counts() {
        nothing(
                fixture.given(
                                Sample.queued(),
                                Sample.decided(),
                                Sample.offered(),
                                new Reached(REFERRAL, OFFER, REACHED_AT, Sample.ANSWER_BY, null))
                        .when(new ReachOffer(REFERRAL, OFFER, REACHED_AT.plusSeconds(3600))));
    }

    @Test
    void a_letter_that_comes_back_takes_its_reach_back_and_the_offer_is_held_on() {
        Instant monday = Instant.parse("2026-11-30T09:00:00Z");
        UUID letter = UUID.randomUUID();
        Reached byPost = new Reached(REFERRAL, OFFER, REACHED_AT, Sample.ANSWER_BY, letter);
        Instant longEnough = Instant.parse("2026-11-25T09:00:00Z");
        fixture.given(Sample.queued(), Sample.decided(), Sample.offered())
                .when(new ReachOffer(REFERRAL, OFFER, REACHED_AT, letter))
                .expectEvents(byPost);
        again().given(Sample.queued(), Sample.decided(), Sample.offered(), byPost)
                .when(new TakeReachBack(REFERRAL, OFFER, letter, longEnough))
                .expectEvents(new ReachTakenBack(REFERRAL, OFFER, Sample.UNREACHED_AFTER));
        nothing(
                again().given(Sample.queued(), Sample.decided(), Sample.offered(), byPost)
                        .when(new TakeReachBack(REFERRAL, OFFER, UUID.randomUUID(), longEnough)));
        // over by then: it stays over
        nothing(
                again().given(Sample.queued(), Sample.decided(), Sample.offered(), byPost)
                        .when(new TakeReachBack(REFERRAL, OFFER, letter, monday)));
    }

    @Test
    void what_was_taken_back_begins_anew_when_the_person_is_reached() {
        UUID letter = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-27T09:00:00Z");
        ReachTakenBack taken = new ReachTakenBack(REFERRAL, OFFER, WorkingDays.after(at, 3));
        Reached byPost = new Reached(REFERRAL, OFFER, REACHED_AT, Sample.ANSWER_BY, letter);
        fixture.given(Sample.queued(), Sample.decided(), Sample.offered(), byPost)
                .when(new TakeReachBack(REFERRAL, OFFER, letter, at))
                .expectEvents(taken);
        Instant told = at.plusSeconds(3600);
        again().given(Sample.queued(), Sample.decided(), Sample.offered(), byPost, taken)
                .when(new ReachOffer(REFERRAL, OFFER, told))
                .expectEvents(new Reached(REFERRAL, OFFER, told, WorkingDays.after(told, 3), null));
        nothing(
                again().given(Sample.queued(), Sample.decided(), Sample.offered(), byPost, taken)
                        .when(new TakeReachBack(REFERRAL, OFFER, letter, at)));
    }

    @Test
    void what_the_person_was_told_in_person_no_letter_takes_back() {
        UUID letter = UUID.randomUUID();
        Reached byPost = new Reached(REFERRAL, OFFER, REACHED_AT, Sample.ANSWER_BY, letter);
        ReachConfirmed confirmed = new ReachConfirmed(REFERRAL, OFFER);
        fixture.given(Sample.queued(), Sample.decided(), Sample.offered(), byPost)
                .when(new ReachOffer(REFERRAL, OFFER, REACHED_AT.plusSeconds(60)))
                .expectEvents(confirmed);
        nothing(
                again().given(
                                Sample.queued(),
                                Sample.decided(),
                                Sample.offered(),
                                byPost,
                                confirmed)
                        .when(new TakeReachBack(REFERRAL, OFFER, letter, REACHED_AT)));
    }

    private static FixtureConfiguration<Placement> again() {
        return new AggregateTestFixture<>(Placement.class);
    }

    @Test
    void an_offer_that_nobody_knows_reaches_nobody() {
        refused(
                fixture.givenNoPriorActivity().when(new ReachOffer(REFERRAL, OFFER, REACHED_AT)),
                AllocationRefusal.OFFER_NOT_FOUND);
    }

    @Test
    void an_offer_reached_too_late_is_over() {
        refused(
                fixture.given(Sample.queued(), Sample.decided(), Sample.offered())
                        .when(new ReachOffer(REFERRAL, OFFER, Sample.UNREACHED_AFTER)),
                AllocationRefusal.OFFER_NOT_LIVE);
    }

    @Test
    void the_offer_period_never_ends_after_the_entry_closed() {
        Instant monday = Instant.parse("2027-01-11T07:00:00Z");
        fixture.given(Sample.queued(), Sample.decided(), lateOffer(monday))
                .when(new ReachOffer(REFERRAL, OFFER, monday))
                .expectEvents(new Reached(REFERRAL, OFFER, monday, Sample.ENTRY_CLOSES_AT, null));
    }

    @Test
    void confirmed_interest_opens_courses_whose_offer_expired() {
        fixture.given(
                        Sample.queued(),
                        Sample.decided(),
                        Sample.offered(),
                        new Expired(REFERRAL, OFFER, COURSE, ExpiryCause.UNANSWERED))
                .when(new ConfirmInterest(REFERRAL))
                .expectEvents(new InterestRenewed(REFERRAL));
    }

    @Test
    void confirmed_interest_changes_nothing_when_nothing_expired() {
        nothing(fixture.given(Sample.queued()).when(new ConfirmInterest(REFERRAL)));
    }

    @Test
    void interest_of_somebody_not_queued_has_no_list_to_go_to() {
        refused(
                fixture.givenNoPriorActivity().when(new ConfirmInterest(REFERRAL)),
                AllocationRefusal.REFERRAL_NOT_FOUND);
    }

    @Test
    void who_began_the_course_waits_no_more() {
        fixture.given(Sample.queued(), Sample.decided(), Sample.offered(), Sample.accepted())
                .when(new BeginCourse(REFERRAL, COURSE, Sample.STARTS_ON))
                .expectEvents(new Begun(REFERRAL, COURSE, Sample.STARTS_ON));
    }

    @Test
    void a_course_without_a_place_cannot_be_begun() {
        refused(
                fixture.given(Sample.queued())
                        .when(new BeginCourse(REFERRAL, COURSE, Sample.STARTS_ON)),
                AllocationRefusal.PLACE_NOT_FOUND);
    }

    @Test
    void a_clock_warns_once() {
        fixture.given(Sample.queued())
                .when(new WarnOfClock(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE))
                .expectEvents(new Warned(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE));
        nothing(
                new AggregateTestFixture<>(Placement.class)
                        .given(
                                Sample.queued(),
                                new Warned(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE))
                        .when(new WarnOfClock(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE)));
    }

    @Test
    void a_clock_is_breached_once() {
        fixture.given(Sample.queued())
                .when(new BreachClock(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE))
                .expectEvents(new Breached(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE));
        nothing(
                new AggregateTestFixture<>(Placement.class)
                        .given(
                                Sample.queued(),
                                new Breached(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE))
                        .when(new BreachClock(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE)));
    }

    @Test
    void two_offers_that_end_on_one_day_are_two_clocks() {
        fixture.given(
                        Sample.queued(),
                        Sample.decided(),
                        Sample.offered(),
                        new Warned(REFERRAL, ClockKind.OFFER_PERIOD, DUE, Sample.LATER_OFFER, null))
                .when(new WarnOfClock(REFERRAL, ClockKind.OFFER_PERIOD, DUE, OFFER, null))
                .expectEvents(new Warned(REFERRAL, ClockKind.OFFER_PERIOD, DUE, OFFER, null));
    }

    @Test
    void nobody_is_warned_of_an_offer_that_has_ended() {
        refused(
                fixture.given(
                                Sample.queued(),
                                Sample.decided(),
                                Sample.offered(),
                                new Expired(REFERRAL, OFFER, COURSE, ExpiryCause.UNREACHABLE))
                        .when(new WarnOfClock(REFERRAL, ClockKind.OFFER_PERIOD, DUE, OFFER, null)),
                AllocationRefusal.OFFER_NOT_LIVE);
    }

    @Test
    void no_clock_runs_for_a_referral_that_ended() {
        refused(
                fixture.given(Sample.queued(), new Left(REFERRAL))
                        .when(new WarnOfClock(REFERRAL, ClockKind.SIX_WEEKS, DUE, null, COURSE)),
                AllocationRefusal.NOT_WAITING);
    }

    private static PlacementHistory lateOffer(Instant at) {
        return new PlacementHistory.Offered(
                REFERRAL,
                OFFER,
                ROUND,
                COURSE,
                0,
                1,
                Sample.STARTS_ON,
                WorkingDays.after(at, 5),
                Sample.ENTRY_CLOSES_AT,
                3);
    }

    private static void nothing(ResultValidator<?> result) {
        result.expectNoEvents().expectSuccessfulHandlerExecution();
    }

    private static void refused(ResultValidator<?> result, AllocationRefusal refusal) {
        result.expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionMessage(refusal.name());
    }
}
