package de.kim.notification;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.DataClass;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.NotificationEvent;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.ProviderChanged;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.events.WishesChanged;
import de.kim.kit.door.Commands;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.notification.react.WhenClockWarnedThenPlanMessage;
import de.kim.notification.react.WhenOfferExpiredThenPlanMessage;
import de.kim.notification.react.WhenOfferWithdrawnThenPlanMessage;
import de.kim.notification.react.WhenOfficesAreConcernedThenTellStaff;
import de.kim.notification.react.WhenPlaceAcceptedThenPlanMessage;
import de.kim.notification.react.WhenPlaceOfferedThenPlanMessage;
import de.kim.notification.react.WhenPlaceReleasedThenPlanMessage;
import de.kim.notification.read.HeardCourses;
import de.kim.notification.read.HeardErasures;
import de.kim.notification.read.HeardOffers;
import de.kim.notification.read.HeardReferrals;
import de.kim.notification.read.Noticeboard;
import de.kim.notification.read.OfferSheet.State;
import de.kim.notification.write.PlanMessage;
import de.kim.notification.write.TellStaff;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Every public event that notification-service hears: what happens to a person's offer, what it is
 * about, which office it concerns, and whose data was erased.
 */
@Component
public class Inbox implements InDoor {
    /** What an address on an envelope is made of. */
    private static final Set<DataClass> ADDRESSED = Set.of(DataClass.IDENTITY, DataClass.CONTACT);

    private final HeardOffers offers;
    private final HeardCourses courses;
    private final HeardErasures erasures;
    private final HeardReferrals referrals;
    private final Noticeboard board;
    private final Commands commands;

    public Inbox(
            HeardOffers offers,
            HeardCourses courses,
            HeardErasures erasures,
            HeardReferrals referrals,
            Noticeboard board,
            Commands commands) {
        this.offers = offers;
        this.courses = courses;
        this.erasures = erasures;
        this.referrals = referrals;
        this.board = board;
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS, Topic.COURSES, Topic.REFERRALS);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case AllocationEvent allocation -> hear(allocation, envelope);
            case CourseEvent course -> hear(course, envelope.id());
            case ReferralEvent referral -> hear(referral, envelope.id());
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
                board.put(WhenOfficesAreConcernedThenTellStaff.react(accepted), eventId);
                yield send(WhenPlaceAcceptedThenPlanMessage.react(accepted, eventId));
            }
            case OfferExpired expired -> {
                offers.ended(expired.offerId(), State.ENDED, envelope.time());
                board.put(WhenOfficesAreConcernedThenTellStaff.react(expired), eventId);
                yield send(WhenOfferExpiredThenPlanMessage.react(expired, eventId));
            }
            case OfferWithdrawn withdrawn -> {
                boolean cancelled = withdrawn.cause() == OfferWithdrawalCause.COURSE_CANCELLED;
                State state = cancelled ? State.CANCELLED : State.ENDED;
                offers.ended(withdrawn.offerId(), state, envelope.time());
                board.put(WhenOfficesAreConcernedThenTellStaff.react(withdrawn), eventId);
                yield send(WhenOfferWithdrawnThenPlanMessage.react(withdrawn, eventId));
            }
            case OfferReached reached -> {
                offers.reached(reached);
                yield Heard.HANDLED;
            }
            case PlaceDeclined declined -> {
                offers.ended(declined.offerId(), State.DECLINED, envelope.time());
                yield tell(WhenOfficesAreConcernedThenTellStaff.react(declined), eventId);
            }
            case PlaceReleased released -> {
                Optional<UUID> offerId = offers.released(released, envelope.time());
                board.put(WhenOfficesAreConcernedThenTellStaff.react(released), eventId);
                yield send(WhenPlaceReleasedThenPlanMessage.react(released, offerId, eventId));
            }
            case ReferralQueued other -> Heard.IGNORED;
            case CapacitySet other -> Heard.IGNORED;
            case RoundOpened other -> Heard.IGNORED;
            case AllocationDecided other -> Heard.IGNORED;
            case RoundVerified verified ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(verified), eventId);
            case ProviderChanged other -> Heard.IGNORED;
            case ClockWarned warned -> {
                board.put(WhenOfficesAreConcernedThenTellStaff.react(warned), eventId);
                yield send(WhenClockWarnedThenPlanMessage.react(warned, eventId));
            }
            case ClockBreached breached ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(breached), eventId);
            case OverrideGranted other -> Heard.IGNORED;
        };
    }

    /**
     * Whose a referral is; no letter to somebody whose data is gone may lie in the outgoing post.
     */
    private Heard hear(ReferralEvent event, UUID eventId) {
        return switch (event) {
            case PersonErased erased -> {
                erasures.forgotten(erased.referralId());
                yield Heard.HANDLED;
            }
            case PersonalDataDeleted deleted -> {
                if (!Collections.disjoint(deleted.dataClasses(), ADDRESSED)) {
                    erasures.forgotten(deleted.referralId());
                }
                yield Heard.HANDLED;
            }
            case ReferralRequested requested -> {
                referrals.requested(requested);
                yield Heard.HANDLED;
            }
            case PlacementTestBooked other -> Heard.IGNORED;
            case PlacementTestRecorded other -> Heard.IGNORED;
            case ReferralAmended other -> Heard.IGNORED;
            case ReferralCorrected other -> Heard.IGNORED;
            case WishesChanged other -> Heard.IGNORED;
            case EntitlementAdded other -> Heard.IGNORED;
            case EntitlementEnded other -> Heard.IGNORED;
            case ReferralsLinked linked -> {
                referrals.linked(linked);
                yield Heard.HANDLED;
            }
            case ConsentGiven other -> Heard.IGNORED;
            case ConsentRevoked revoked ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(revoked), eventId);
            case InterestConfirmed other -> Heard.IGNORED;
            case InterestLapsed other -> Heard.IGNORED;
            case ReferralWithdrawn other -> Heard.IGNORED;
            case EnteredInError other -> Heard.IGNORED;
            case ReferralCompleted other -> Heard.IGNORED;
        };
    }

    /** Kept for the page behind the link, and told to offices. */
    private Heard hear(CourseEvent event, UUID eventId) {
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
            // allocation withdraws its offers and releases its places: the person hears of that
            case CourseCancelled cancelled ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(cancelled), eventId);
            case ProviderAdmissionEnded other -> Heard.IGNORED;
            case PlacesChanged other -> Heard.IGNORED;
            case PlacesConfirmed other -> Heard.IGNORED;
            case CourseStarted other -> Heard.IGNORED;
            case ParticipantStarted started ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(started), eventId);
            case ParticipantMissing missing ->
                    tell(WhenOfficesAreConcernedThenTellStaff.react(missing), eventId);
            case CourseCompleted other -> Heard.IGNORED;
        };
    }

    private Heard tell(List<TellStaff> news, UUID eventId) {
        board.put(news, eventId);
        return Heard.HANDLED;
    }

    private Heard send(List<PlanMessage> plans) {
        commands.send(plans);
        return Heard.HANDLED;
    }
}
