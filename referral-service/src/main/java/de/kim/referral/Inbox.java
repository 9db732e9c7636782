package de.kim.referral;

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
import de.kim.referral.react.WhenClockBreachedThenLapseInterest;
import de.kim.referral.react.WhenParticipantStartedThenComplete;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every public event this service hears. */
@Component
public class Inbox implements InDoor {
    private final Commands commands;

    public Inbox(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.COURSES, Topic.ALLOCATIONS);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case CourseEvent course -> hear(course);
            case ReferralEvent own -> Heard.IGNORED;
            case AllocationEvent allocation -> hear(allocation);
            case NotificationEvent notification -> Heard.IGNORED;
            case RulebookEvent rulebook -> Heard.IGNORED;
            case Sealed seal -> Heard.IGNORED;
        };
    }

    private Heard hear(AllocationEvent event) {
        return switch (event) {
            case ClockBreached breached -> {
                commands.send(WhenClockBreachedThenLapseInterest.react(breached));
                yield Heard.HANDLED;
            }
            case ClockWarned warned -> Heard.IGNORED;
            case ReferralQueued queued -> Heard.IGNORED;
            case CapacitySet set -> Heard.IGNORED;
            case RoundOpened opened -> Heard.IGNORED;
            case AllocationDecided decided -> Heard.IGNORED;
            case RoundVerified verified -> Heard.IGNORED;
            case PlaceOffered offered -> Heard.IGNORED;
            case OfferReached reached -> Heard.IGNORED;
            case PlaceAccepted accepted -> Heard.IGNORED;
            case PlaceDeclined declined -> Heard.IGNORED;
            case OfferExpired expired -> Heard.IGNORED;
            case OfferWithdrawn withdrawn -> Heard.IGNORED;
            case PlaceReleased released -> Heard.IGNORED;
            case ProviderChanged changed -> Heard.IGNORED;
            case OverrideGranted granted -> Heard.IGNORED;
        };
    }

    private Heard hear(CourseEvent event) {
        return switch (event) {
            case ParticipantStarted started -> {
                commands.send(WhenParticipantStartedThenComplete.react(started));
                yield Heard.HANDLED;
            }
            // someone who did not come keeps the referral: allocation frees the place
            case ParticipantMissing missing -> Heard.IGNORED;
            case ProviderAdmitted admitted -> Heard.IGNORED;
            case ProviderAdmissionEnded ended -> Heard.IGNORED;
            case CourseScheduled scheduled -> Heard.IGNORED;
            case CourseRescheduled rescheduled -> Heard.IGNORED;
            case PlacesChanged changed -> Heard.IGNORED;
            case PlacesConfirmed confirmed -> Heard.IGNORED;
            case CourseStarted started -> Heard.IGNORED;
            case CourseCancelled cancelled -> Heard.IGNORED;
            case CourseCompleted completed -> Heard.IGNORED;
        };
    }
}
