package de.kim.catalog;

import de.kim.catalog.read.CourseProjection;
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
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every public event this service hears. */
@Component
public class Inbox implements InDoor {
    private final CourseProjection courses;

    public Inbox(CourseProjection courses) {
        this.courses = courses;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case AllocationEvent allocation -> hear(allocation);
            case ReferralEvent referral -> Heard.IGNORED;
            case CourseEvent own -> Heard.IGNORED;
            case NotificationEvent notification -> Heard.IGNORED;
            case RulebookEvent rulebook -> Heard.IGNORED;
            case Sealed seal -> Heard.IGNORED;
        };
    }

    private Heard hear(AllocationEvent event) {
        return switch (event) {
            case CapacitySet set -> {
                courses.capacity(set);
                yield Heard.HANDLED;
            }
            // who gets a place is allocation's business
            case ReferralQueued queued -> Heard.IGNORED;
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
            case ClockWarned warned -> Heard.IGNORED;
            case ClockBreached breached -> Heard.IGNORED;
            case OverrideGranted granted -> Heard.IGNORED;
        };
    }
}
