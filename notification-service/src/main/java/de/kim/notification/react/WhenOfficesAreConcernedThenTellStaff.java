package de.kim.notification.react;

import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.ConsentRevoked;
import de.kim.events.CourseCancelled;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawn;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceReleased;
import de.kim.events.RoundVerified;
import de.kim.notification.write.Audience;
import de.kim.notification.write.StaffNews;
import de.kim.notification.write.TellStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which body is told of what. Whether it wants to know, and when, is its own to say. Who answered
 * or recorded something is told as well: a body has more than one desk.
 */
public final class WhenOfficesAreConcernedThenTellStaff {
    private WhenOfficesAreConcernedThenTellStaff() {}

    public static List<TellStaff> react(ClockWarned event) {
        return clock(StaffNews.CLOCK_WARNED, event.referralId(), event.clock(), event.due());
    }

    public static List<TellStaff> react(ClockBreached event) {
        return clock(StaffNews.CLOCK_BREACHED, event.referralId(), event.clock(), event.due());
    }

    /** The clocks of the law concern the coordination too, the person's own only the counsellor. */
    private static List<TellStaff> clock(
            StaffNews news, UUID referralId, ClockKind clock, LocalDate due) {
        Stream<Audience> told =
                switch (clock) {
                    case SIX_WEEKS, ENTITLEMENT_LAPSE ->
                            Stream.of(Audience.REFERRER, Audience.COORDINATOR);
                    case OFFER_PERIOD, INTEREST, INTEREST_LAPSE -> Stream.of(Audience.REFERRER);
                };
        return told.map(who -> new TellStaff(news, who, referralId, null, clock, due)).toList();
    }

    public static List<TellStaff> react(PlaceAccepted event) {
        return both(StaffNews.PLACE_TAKEN, event.referralId(), event.courseId());
    }

    public static List<TellStaff> react(PlaceReleased event) {
        return both(StaffNews.PLACE_RELEASED, event.referralId(), event.courseId());
    }

    public static List<TellStaff> react(PlaceDeclined event) {
        return List.of(TellStaff.referrer(StaffNews.OFFER_ENDED, event.referralId()));
    }

    public static List<TellStaff> react(OfferExpired event) {
        return List.of(TellStaff.referrer(StaffNews.OFFER_ENDED, event.referralId()));
    }

    public static List<TellStaff> react(OfferWithdrawn event) {
        return List.of(TellStaff.referrer(StaffNews.OFFER_ENDED, event.referralId()));
    }

    public static List<TellStaff> react(ParticipantStarted event) {
        return List.of(TellStaff.referrer(StaffNews.STARTED, event.referralId()));
    }

    public static List<TellStaff> react(ParticipantMissing event) {
        return List.of(TellStaff.referrer(StaffNews.MISSING, event.referralId()));
    }

    /** Whoever loses a place or an offer by it is told of to their own body one by one. */
    public static List<TellStaff> react(CourseCancelled event) {
        return List.of(
                new TellStaff(
                        StaffNews.COURSE_CANCELLED,
                        Audience.COORDINATOR,
                        null,
                        event.courseId(),
                        null,
                        null));
    }

    public static List<TellStaff> react(RoundVerified event) {
        return event.passed()
                ? List.of()
                : List.of(
                        new TellStaff(
                                StaffNews.ROUND_FAILED,
                                Audience.COORDINATOR,
                                null,
                                null,
                                null,
                                null));
    }

    public static List<TellStaff> react(ConsentRevoked event) {
        return List.of(TellStaff.referrer(StaffNews.DO_NOT_CONTACT, event.referralId()));
    }

    private static List<TellStaff> both(StaffNews news, UUID referralId, UUID courseId) {
        return List.of(
                TellStaff.referrer(news, referralId),
                TellStaff.provider(news, referralId, courseId));
    }
}
