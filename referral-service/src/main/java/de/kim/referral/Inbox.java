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
import de.kim.events.RulebookPublished;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.Commands;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.kit.heard.HeardRulebooks;
import de.kim.kit.heard.TakenPlaces;
import de.kim.referral.react.WhenClockBreachedThenLapseInterest;
import de.kim.referral.react.WhenParticipantStartedThenComplete;
import de.kim.referral.read.OfferTasks;
import de.kim.referral.read.Participants;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every public event this service hears. */
@Component
public class Inbox implements InDoor {
    private final OfferTasks offers;
    private final Commands commands;
    private final HeardRulebooks rulebooks;
    private final TakenPlaces taken;
    private final Participants participants;

    public Inbox(
            OfferTasks offers,
            Commands commands,
            HeardRulebooks rulebooks,
            TakenPlaces taken,
            Participants participants) {
        this.offers = offers;
        this.commands = commands;
        this.rulebooks = rulebooks;
        this.taken = taken;
        this.participants = participants;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS, Topic.COURSES, Topic.RULEBOOK);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case CourseEvent course -> hear(course);
            case ReferralEvent own -> Heard.IGNORED;
            case AllocationEvent allocation -> hear(allocation, envelope.time());
            case NotificationEvent notification -> Heard.IGNORED;
            case RulebookPublished rulebook -> {
                rulebooks.published(rulebook);
                yield Heard.HANDLED;
            }
            case Sealed seal -> Heard.IGNORED;
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
            case CourseScheduled scheduled -> {
                participants.scheduled(scheduled);
                yield Heard.HANDLED;
            }
            case CourseRescheduled rescheduled -> Heard.IGNORED;
            case PlacesChanged changed -> Heard.IGNORED;
            case PlacesConfirmed confirmed -> Heard.IGNORED;
            case CourseStarted started -> Heard.IGNORED;
            case CourseCancelled cancelled -> Heard.IGNORED;
            case CourseCompleted completed -> Heard.IGNORED;
        };
    }

    /** What the referring body has to do about an offer, and whom a provider may know. */
    private Heard hear(AllocationEvent event, Instant at) {
        return switch (event) {
            case PlaceOffered e ->
                    handled(
                            () -> {
                                taken.offered(e);
                                offers.offered(e, at);
                            });
            case OfferReached e -> handled(() -> offers.reached(e));
            case PlaceAccepted e ->
                    handled(
                            () -> {
                                taken.accepted(e);
                                offers.ended(e.referralId());
                            });
            case PlaceDeclined e ->
                    handled(
                            () -> {
                                taken.declined(e);
                                offers.ended(e.referralId());
                            });
            case OfferWithdrawn e ->
                    handled(
                            () -> {
                                taken.withdrawn(e);
                                offers.ended(e.referralId());
                            });
            case OfferExpired e ->
                    handled(
                            () -> {
                                taken.expired(e);
                                offers.expired(e, at);
                            });
            case PlaceReleased e ->
                    handled(
                            () -> {
                                taken.released(e);
                                offers.released(e, at);
                            });
            // the places it frees and takes are said one by one
            case ProviderChanged e -> Heard.IGNORED;
            // how it came to that is allocation's business
            case ReferralQueued e -> Heard.IGNORED;
            case CapacitySet e -> Heard.IGNORED;
            case RoundOpened e -> Heard.IGNORED;
            case AllocationDecided e -> Heard.IGNORED;
            case RoundVerified e -> Heard.IGNORED;
            case ClockWarned e -> Heard.IGNORED;
            case ClockBreached e ->
                    handled(() -> commands.send(WhenClockBreachedThenLapseInterest.react(e)));
            case OverrideGranted e -> Heard.IGNORED;
        };
    }

    private static Heard handled(Runnable effect) {
        effect.run();
        return Heard.HANDLED;
    }
}
