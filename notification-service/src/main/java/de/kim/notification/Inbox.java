package de.kim.notification;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.CourseEvent;
import de.kim.events.Envelope;
import de.kim.events.NotificationEvent;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
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
import de.kim.notification.react.WhenOfferExpiredThenPlanMessage;
import de.kim.notification.react.WhenOfferWithdrawnThenPlanMessage;
import de.kim.notification.react.WhenPlaceAcceptedThenPlanMessage;
import de.kim.notification.react.WhenPlaceOfferedThenPlanMessage;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every public event that notification-service hears: what happens to a person's offer. */
@Component
public class Inbox implements InDoor {
    private final Commands commands;

    public Inbox(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case AllocationEvent allocation -> hear(allocation, envelope.id());
            case ReferralEvent other -> Heard.IGNORED;
            case CourseEvent other -> Heard.IGNORED;
            case NotificationEvent other -> Heard.IGNORED;
            case RulebookEvent other -> Heard.IGNORED;
            case Sealed other -> Heard.IGNORED;
        };
    }

    private Heard hear(AllocationEvent event, UUID eventId) {
        return switch (event) {
            case PlaceOffered offered ->
                    send(WhenPlaceOfferedThenPlanMessage.react(offered, eventId));
            case PlaceAccepted accepted ->
                    send(WhenPlaceAcceptedThenPlanMessage.react(accepted, eventId));
            case OfferExpired expired ->
                    send(WhenOfferExpiredThenPlanMessage.react(expired, eventId));
            case OfferWithdrawn withdrawn ->
                    send(WhenOfferWithdrawnThenPlanMessage.react(withdrawn, eventId));
            case ReferralQueued other -> Heard.IGNORED;
            case CapacitySet other -> Heard.IGNORED;
            case RoundOpened other -> Heard.IGNORED;
            case AllocationDecided other -> Heard.IGNORED;
            case RoundVerified other -> Heard.IGNORED;
            case OfferReached other -> Heard.IGNORED;
            case PlaceDeclined other -> Heard.IGNORED;
            case PlaceReleased other -> Heard.IGNORED;
            case ProviderChanged other -> Heard.IGNORED;
            case ClockWarned other -> Heard.IGNORED;
            case ClockBreached other -> Heard.IGNORED;
            case OverrideGranted other -> Heard.IGNORED;
        };
    }

    private Heard send(List<PlanMessage> plans) {
        commands.send(plans);
        return Heard.HANDLED;
    }
}
