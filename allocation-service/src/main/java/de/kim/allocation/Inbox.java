package de.kim.allocation;

import static de.kim.kit.door.Heard.HANDLED;
import static de.kim.kit.door.Heard.IGNORED;

import de.kim.allocation.react.WhenCourseCancelledThenWithdrawOffersAndReleasePlaces;
import de.kim.allocation.react.WhenCourseCompletedThenCloseCourse;
import de.kim.allocation.react.WhenCourseRescheduledThenWithdrawOffers;
import de.kim.allocation.react.WhenCourseScheduledThenAskCapacity;
import de.kim.allocation.react.WhenEntitlementEndedThenWithdrawOffer;
import de.kim.allocation.react.WhenInterestConfirmedThenOpenExpiredCourses;
import de.kim.allocation.react.WhenMessageFailedThenTakeReachBack;
import de.kim.allocation.react.WhenMessageReachedThenOfferReached;
import de.kim.allocation.react.WhenParticipantMissingThenReleasePlace;
import de.kim.allocation.react.WhenParticipantStartedThenStopWaiting;
import de.kim.allocation.react.WhenPlacementTestRecordedThenQueue;
import de.kim.allocation.react.WhenPlacesChangedThenAskCapacity;
import de.kim.allocation.react.WhenReferralEndedThenLeave;
import de.kim.allocation.react.WhenReferralsLinkedThenStepAside;
import de.kim.allocation.read.HeardCourses;
import de.kim.allocation.read.HeardMessages;
import de.kim.allocation.read.HeardProfiles;
import de.kim.allocation.read.HeardReferrals;
import de.kim.events.AllocationEvent;
import de.kim.events.ConsentGiven;
import de.kim.events.ConsentRevoked;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.EnteredInError;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
import de.kim.events.NotificationEvent;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PersonErased;
import de.kim.events.PersonalDataDeleted;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.Profile;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.ReferralsLinked;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.events.WishesChanged;
import de.kim.kit.door.Commands;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every public event that allocation hears: kept as far as a round needs it, then reacted to. */
@Component
public class Inbox implements InDoor {
    private final HeardReferrals referrals;
    private final HeardProfiles profiles;
    private final HeardCourses courses;
    private final HeardMessages messages;
    private final Commands commands;
    private final Clock clock;

    public Inbox(
            HeardReferrals referrals,
            HeardProfiles profiles,
            HeardCourses courses,
            HeardMessages messages,
            Commands commands,
            Clock clock) {
        this.referrals = referrals;
        this.profiles = profiles;
        this.courses = courses;
        this.messages = messages;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REFERRALS, Topic.PROFILES, Topic.COURSES, Topic.NOTIFICATIONS);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case ReferralEvent e -> {
                referrals.project(e, envelope);
                yield hear(e, envelope);
            }
            case CourseEvent e -> {
                courses.project(e, envelope);
                yield hear(e);
            }
            case NotificationEvent e -> hear(e);
            // our own
            case AllocationEvent e -> IGNORED;
            case RulebookEvent e -> IGNORED;
            case Sealed e -> IGNORED;
        };
    }

    @Override
    public void profile(Profile profile) {
        profiles.project(profile);
    }

    @Override
    public void profileErased(UUID referralId) {
        profiles.erase(referralId);
    }

    private Heard hear(ReferralEvent event, Envelope envelope) {
        return switch (event) {
            case PlacementTestRecorded e ->
                    react(
                            WhenPlacementTestRecordedThenQueue.react(
                                    e, referrals.standing(e.referralId()), envelope.time()));
            case ReferralsLinked e ->
                    react(
                            WhenReferralsLinkedThenStepAside.react(
                                    e, referrals.standsFor(e.referralId(), e.linkedReferralId())));
            case InterestConfirmed e -> react(WhenInterestConfirmedThenOpenExpiredCourses.react(e));
            case ReferralWithdrawn e -> react(WhenReferralEndedThenLeave.react(e.referralId()));
            case EnteredInError e -> react(WhenReferralEndedThenLeave.react(e.referralId()));
            case PersonErased e -> react(WhenReferralEndedThenLeave.react(e.referralId()));
            case ReferralCompleted e -> react(WhenParticipantStartedThenStopWaiting.react(e));
            case EntitlementEnded e ->
                    react(
                            WhenEntitlementEndedThenWithdrawOffer.react(
                                    referrals.withoutEntitlement(e.referralId())));
            // kept for the next round
            case ReferralRequested e -> HANDLED;
            case ReferralAmended e -> HANDLED;
            case ReferralCorrected e -> HANDLED;
            case WishesChanged e -> HANDLED;
            case EntitlementAdded e -> HANDLED;
            case InterestLapsed e -> HANDLED;
            // referral-service withdraws what may no longer be referred
            case PersonalDataDeleted e -> IGNORED;
            case PlacementTestBooked e -> IGNORED;
            case ConsentGiven e -> IGNORED;
            case ConsentRevoked e -> IGNORED;
        };
    }

    private Heard hear(CourseEvent event) {
        return switch (event) {
            case CourseScheduled e -> react(WhenCourseScheduledThenAskCapacity.react(e));
            case PlacesChanged e -> react(WhenPlacesChangedThenAskCapacity.react(e));
            case PlacesConfirmed e -> react(WhenPlacesChangedThenAskCapacity.react(e));
            case CourseRescheduled e -> react(WhenCourseRescheduledThenWithdrawOffers.react(e));
            case ParticipantStarted e -> react(WhenParticipantStartedThenStopWaiting.react(e));
            case ParticipantMissing e -> react(WhenParticipantMissingThenReleasePlace.react(e));
            case CourseCancelled e ->
                    react(WhenCourseCancelledThenWithdrawOffersAndReleasePlaces.react(e));
            case CourseCompleted e -> react(WhenCourseCompletedThenCloseCourse.react(e));
            // kept for the next round
            case ProviderAdmitted e -> HANDLED;
            case ProviderAdmissionEnded e -> HANDLED;
            // the days of its sections say until when it can be entered
            case CourseStarted e -> IGNORED;
        };
    }

    private Heard hear(NotificationEvent event) {
        return switch (event) {
            case MessageReached e -> react(WhenMessageReachedThenOfferReached.react(e));
            case MessageFailed e -> {
                messages.project(e);
                yield react(WhenMessageFailedThenTakeReachBack.react(e, clock.instant()));
            }
            case MessageSent e -> IGNORED;
        };
    }

    private Heard react(List<?> decided) {
        commands.send(decided);
        return HANDLED;
    }
}
