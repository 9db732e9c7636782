package de.kim.allocation.write;

import static de.kim.allocation.write.Sample.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.write.CoursePlacesHistory.CapacitySet;
import de.kim.allocation.write.CoursePlacesHistory.Closed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceFreed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceHeld;
import de.kim.events.AnsweredBy;
import de.kim.events.CourseType;
import de.kim.events.DeclineReason;
import de.kim.kit.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class CoursePlacesTest {
    private final FixtureConfiguration<CoursePlaces> fixture =
            new AggregateTestFixture<>(CoursePlaces.class);

    @Test
    void a_new_course_gets_the_places_it_asks_for() {
        fixture.givenNoPriorActivity()
                .when(new AskCapacity(COURSE, 20))
                .expectEvents(new CapacitySet(COURSE, 20, 20));
    }

    @Test
    void a_course_may_ask_for_no_places() {
        fixture.givenNoPriorActivity()
                .when(new AskCapacity(COURSE, 0))
                .expectEvents(new CapacitySet(COURSE, 0, 0));
    }

    @Test
    void asking_for_the_same_again_changes_nothing() {
        fixture.given(new CapacitySet(COURSE, 20, 20))
                .when(new AskCapacity(COURSE, 20))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_rise_is_in_force_at_once() {
        fixture.given(new CapacitySet(COURSE, 20, 20))
                .when(new AskCapacity(COURSE, 25))
                .expectEvents(new CapacitySet(COURSE, 25, 25));
    }

    @Test
    void a_fall_stops_at_places_held_and_taken() {
        fixture.given(
                        new CapacitySet(COURSE, 3, 3),
                        hold("a"),
                        new CoursePlacesHistory.PlaceTaken(COURSE, Desk.id("a"), Desk.id("p-a")),
                        hold("b"))
                .when(new AskCapacity(COURSE, 1))
                .expectEvents(new CapacitySet(COURSE, 1, 2));
    }

    @Test
    void a_rise_after_a_fall_that_was_not_granted_is_in_force() {
        fixture.given(
                        new CapacitySet(COURSE, 2, 2),
                        hold("a"),
                        hold("b"),
                        new CapacitySet(COURSE, 0, 2))
                .when(new AskCapacity(COURSE, 3))
                .expectEvents(new CapacitySet(COURSE, 3, 3));
    }

    @Test
    void more_than_a_thousand_places_are_refused() {
        fixture.givenNoPriorActivity()
                .when(new AskCapacity(COURSE, 1001))
                .expectException(Refused.class)
                .expectExceptionMessage(AllocationRefusal.PLACES_OUT_OF_RANGE.name());
    }

    @Test
    void a_negative_number_of_places_is_refused() {
        fixture.givenNoPriorActivity()
                .when(new AskCapacity(COURSE, -1))
                .expectException(Refused.class)
                .expectExceptionMessage(AllocationRefusal.PLACES_OUT_OF_RANGE.name());
    }

    @Test
    void a_closed_course_gets_no_other_capacity() {
        fixture.given(new CapacitySet(COURSE, 2, 2), new Closed(COURSE))
                .when(new AskCapacity(COURSE, 3))
                .expectException(Refused.class)
                .expectExceptionMessage(AllocationRefusal.COURSE_CLOSED.name());
    }

    @Test
    void closing_twice_is_closing_once() {
        fixture.given(new CapacitySet(COURSE, 2, 2), new Closed(COURSE))
                .when(new CloseCourse(COURSE))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_course_can_be_closed_before_it_asked_for_places() {
        fixture.givenNoPriorActivity()
                .when(new CloseCourse(COURSE))
                .expectEvents(new Closed(COURSE));
    }

    @Test
    void a_fall_goes_on_when_a_place_becomes_free() {
        Sample.withOffer()
                .and(new CapacitySet(COURSE, 0, 1))
                .when(Sample.decline())
                .then(
                        Sample.freed(),
                        new CapacitySet(COURSE, 0, 0),
                        new PlacementHistory.Declined(
                                Sample.REFERRAL,
                                Sample.OFFER,
                                COURSE,
                                0,
                                AnsweredBy.COUNSELLOR,
                                DeclineReason.TOO_FAR));
    }

    @Test
    void a_freed_place_is_free_for_the_next() {
        Desk desk = Sample.withOffer();
        desk.and(new PlaceFreed(COURSE, Sample.OFFER, Sample.REFERRAL, false))
                .and(
                        new PlacementHistory.Queued(
                                Desk.id("next"),
                                Desk.id("next person"),
                                Sample.STARTS_ON,
                                CourseType.GENERAL,
                                1));
        Match match = Sample.match(COURSE, null);
        Match next =
                new Match(
                        Desk.id("next"),
                        COURSE,
                        0,
                        1,
                        match.startsOn(),
                        match.unreachedAfter(),
                        match.entryClosesAt(),
                        3,
                        null,
                        2,
                        2);
        desk.when(new OfferPlace(Sample.ROUND, next, Sample.REASONS, Sample.OFFERED_AT));
        assertThat(desk.news())
                .contains(new PlaceHeld(COURSE, next.offerId(Sample.ROUND), Desk.id("next")));
    }

    private static PlaceHeld hold(String offer) {
        return new PlaceHeld(COURSE, Desk.id(offer), Desk.id("p-" + offer));
    }
}
