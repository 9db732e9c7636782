package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
import de.kim.events.CourseReason;
import de.kim.events.CourseType;
import de.kim.events.DeclineReason;
import de.kim.events.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person, two courses and an offer, as the tests of this package tell of them. */
final class Sample {
    static final UUID REFERRAL = Desk.id("referral");
    static final UUID PERSON = Desk.id("person");
    static final UUID COURSE = Desk.id("course");
    static final UUID OTHER_COURSE = Desk.id("other course");
    static final UUID ROUND = Desk.id("round");
    static final UUID LATER_ROUND = Desk.id("later round");
    static final LocalDate STARTS_ON = LocalDate.of(2027, 1, 11);

    /** Monday. */
    static final Instant OFFERED_AT = Instant.parse("2026-11-23T09:00:00Z");

    static final Instant UNREACHED_AFTER = WorkingDays.after(OFFERED_AT, 5);
    static final Instant ENTRY_CLOSES_AT = WorkingDays.endOf(STARTS_ON);
    static final Instant REACHED_AT = Instant.parse("2026-11-24T15:00:00Z");
    static final Instant ANSWER_BY = WorkingDays.after(REACHED_AT, 3);
    static final UUID OFFER = match(COURSE, null).offerId(ROUND);
    static final UUID LATER_OFFER = match(OTHER_COURSE, COURSE).offerId(LATER_ROUND);
    static final List<CourseReason> REASONS = List.of(new CourseReason(COURSE, List.of(), 1, 1));

    private Sample() {}

    static Match match(UUID course, @Nullable UUID rankedAbove) {
        return new Match(
                REFERRAL,
                course,
                0,
                1,
                STARTS_ON,
                UNREACHED_AFTER,
                ENTRY_CLOSES_AT,
                3,
                rankedAbove,
                1,
                1);
    }

    static OfferPlace offerPlace() {
        return new OfferPlace(ROUND, match(COURSE, null), REASONS, OFFERED_AT);
    }

    static OfferPlace offerOther(@Nullable UUID rankedAbove) {
        return new OfferPlace(LATER_ROUND, match(OTHER_COURSE, rankedAbove), REASONS, OFFERED_AT);
    }

    static QueueReferral queue() {
        return new QueueReferral(
                REFERRAL, PERSON, LocalDate.of(2026, 11, 20), CourseType.GENERAL, 1);
    }

    static AcceptPlace accept(boolean keepsWaiting) {
        return new AcceptPlace(REFERRAL, OFFER, AnsweredBy.PERSON, keepsWaiting, OFFERED_AT);
    }

    static AcceptPlace acceptOther() {
        return new AcceptPlace(REFERRAL, LATER_OFFER, AnsweredBy.PERSON, false, OFFERED_AT);
    }

    static DeclinePlace decline() {
        return new DeclinePlace(
                REFERRAL, OFFER, AnsweredBy.COUNSELLOR, DeclineReason.TOO_FAR, OFFERED_AT);
    }

    static PlacementHistory queued() {
        return new PlacementHistory.Queued(
                REFERRAL, PERSON, LocalDate.of(2026, 11, 20), CourseType.GENERAL, 1);
    }

    static PlacementHistory decided() {
        return new PlacementHistory.Decided(REFERRAL, ROUND, Outcome.OFFERED, COURSE, 1, REASONS);
    }

    static PlacementHistory offered() {
        return new PlacementHistory.Offered(
                REFERRAL,
                OFFER,
                ROUND,
                COURSE,
                0,
                1,
                STARTS_ON,
                UNREACHED_AFTER,
                ENTRY_CLOSES_AT,
                3);
    }

    static PlacementHistory accepted() {
        return new PlacementHistory.Accepted(
                REFERRAL, OFFER, COURSE, 1, STARTS_ON, AnsweredBy.PERSON, false);
    }

    static CoursePlacesHistory capacity(UUID course, int places) {
        return new CoursePlacesHistory.CapacitySet(course, places, places);
    }

    static CoursePlacesHistory held() {
        return new CoursePlacesHistory.PlaceHeld(COURSE, OFFER, REFERRAL);
    }

    static CoursePlacesHistory taken() {
        return new CoursePlacesHistory.PlaceTaken(COURSE, OFFER, REFERRAL);
    }

    static CoursePlacesHistory freed() {
        return new CoursePlacesHistory.PlaceFreed(COURSE, OFFER, REFERRAL, false);
    }

    static CoursePlacesHistory freedAgain() {
        return new CoursePlacesHistory.PlaceFreed(COURSE, OFFER, REFERRAL, true);
    }

    /** A course with room for one, and the person waits. */
    static Desk waiting() {
        return Desk.given(capacity(COURSE, 1), capacity(OTHER_COURSE, 1), queued());
    }

    static Desk withOffer() {
        return waiting().and(held(), decided(), offered());
    }

    static Desk withPlace() {
        return withOffer().and(taken(), accepted());
    }
}
