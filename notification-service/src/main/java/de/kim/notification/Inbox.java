package de.kim.notification;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.Envelope;
import de.kim.events.NotificationEvent;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.ProviderChanged;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.Commands;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.notification.react.WhenClockWarnedThenPlanMessage;
import de.kim.notification.react.WhenOfferExpiredThenPlanMessage;
import de.kim.notification.react.WhenOfferWithdrawnThenPlanMessage;
import de.kim.notification.react.WhenPlaceAcceptedThenPlanMessage;
import de.kim.notification.react.WhenPlaceOfferedThenPlanMessage;
import de.kim.notification.react.WhenPlaceReleasedThenPlanMessage;
import de.kim.notification.read.HeardCourses;
import de.kim.notification.read.HeardOffers;
import de.kim.notification.read.OfferSheet.State;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Every public event that notification-service hears: what happens to a person's offer, and what it
 * is about.
 */
@Component
public class Inbox implements InDoor {
    private final HeardOffers offers;
    private final HeardCourses courses;
    private final Commands commands;

    public Inbox(HeardOffers offers, HeardCourses courses, Commands commands) {
        this.offers = offers;
        this.courses = courses;
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS, Topic.COURSES);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case AllocationEvent allocation -> hear(allocation, envelope);
            case CourseEvent course -> hear(course);
            case ReferralEvent other -> Heard.IGNORED;
            case NotificationEvent other -> Heard.IGNORED;
            case RulebookEvent other -> Heard.IGNORED;
            case Sealed other -> Heard.IGNORED;
        };
    }

    private Heard hear(AllocationEvent event, Envelope envelope) {
        UUID eventId = envelope.id();
        return switch (event) {
            case PlaceOffered offered -> {
                offers.offered(offered);
                yield send(WhenPlaceOfferedThenPlanMessage.react(offered, eventId));
            }
            case PlaceAccepted accepted -> {
                offers.ended(accepted.offerId(), State.ACCEPTED, envelope.time());
                yield send(WhenPlaceAcceptedThenPlanMessage.react(accepted, eventId));
            }
            case OfferExpired expired -> {
                offers.ended(expired.offerId(), State.ENDED, envelope.time());
                yield send(WhenOfferExpiredThenPlanMessage.react(expired, eventId));
            }
            case OfferWithdrawn withdrawn -> {
                boolean cancelled = withdrawn.cause() == OfferWithdrawalCause.COURSE_CANCELLED;
                State state = cancelled ? State.CANCELLED : State.ENDED;
                offers.ended(withdrawn.offerId(), state, envelope.time());
                yield send(WhenOfferWithdrawnThenPlanMessage.react(withdrawn, eventId));
            }
            case OfferReached reached -> {
                offers.reached(reached);
                yield Heard.HANDLED;
            }
            case PlaceDeclined declined -> {
                offers.ended(declined.offerId(), State.DECLINED, envelope.time());
                yield Heard.HANDLED;
            }
            case PlaceReleased released -> {
                Optional<UUID> offerId = offers.released(released, envelope.time());
                yield send(WhenPlaceReleasedThenPlanMessage.react(released, offerId, eventId));
            }
            case ReferralQueued other -> Heard.IGNORED;
            case CapacitySet other -> Heard.IGNORED;
            case RoundOpened other -> Heard.IGNORED;
            case AllocationDecided other -> Heard.IGNORED;
            case RoundVerified other -> Heard.IGNORED;
            case ProviderChanged other -> Heard.IGNORED;
            case ClockWarned warned -> send(WhenClockWarnedThenPlanMessage.react(warned, eventId));
            case ClockBreached other -> Heard.IGNORED;
            case OverrideGranted other -> Heard.IGNORED;
        };
    }

    /** Kept for the page behind the link. */
    private Heard hear(CourseEvent event) {
        return switch (event) {
            case ProviderAdmitted admitted -> {
                courses.admitted(admitted);
                yield Heard.HANDLED;
            }
            case CourseScheduled scheduled -> {
                courses.scheduled(scheduled);
                yield Heard.HANDLED;
            }
            case CourseRescheduled rescheduled -> {
                courses.rescheduled(rescheduled);
                yield Heard.HANDLED;
            }
            // allocation withdraws its offers and releases its places
            case CourseCancelled other -> Heard.IGNORED;
            case ProviderAdmissionEnded other -> Heard.IGNORED;
            case PlacesChanged other -> Heard.IGNORED;
            case PlacesConfirmed other -> Heard.IGNORED;
            case CourseStarted other -> Heard.IGNORED;
            case ParticipantStarted other -> Heard.IGNORED;
            case ParticipantMissing other -> Heard.IGNORED;
            case CourseCompleted other -> Heard.IGNORED;
        };
    }

    private Heard send(List<PlanMessage> plans) {
        commands.send(plans);
        return Heard.HANDLED;
    }
}
