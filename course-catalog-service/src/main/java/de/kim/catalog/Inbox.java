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
import de.kim.events.RulebookPublished;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.kit.heard.HeardRulebooks;
import de.kim.kit.heard.TakenPlaces;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every public event this service hears. */
@Component
public class Inbox implements InDoor {
    private final CourseProjection courses;
    private final TakenPlaces taken;
    private final HeardRulebooks rulebooks;

    public Inbox(CourseProjection courses, TakenPlaces taken, HeardRulebooks rulebooks) {
        this.courses = courses;
        this.taken = taken;
        this.rulebooks = rulebooks;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLOCATIONS, Topic.RULEBOOK);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case AllocationEvent allocation -> hear(allocation);
            case ReferralEvent referral -> Heard.IGNORED;
            case CourseEvent own -> Heard.IGNORED;
            case NotificationEvent notification -> Heard.IGNORED;
            case RulebookPublished rulebook -> {
                rulebooks.published(rulebook);
                yield Heard.HANDLED;
            }
            case Sealed seal -> Heard.IGNORED;
        };
    }

    private Heard hear(AllocationEvent event) {
        return switch (event) {
            case CapacitySet e -> handled(() -> courses.capacity(e));
            case PlaceOffered e -> handled(() -> taken.offered(e));
            case PlaceAccepted e -> handled(() -> taken.accepted(e));
            case PlaceDeclined e -> handled(() -> taken.declined(e));
            case OfferExpired e -> handled(() -> taken.expired(e));
            case OfferWithdrawn e -> handled(() -> taken.withdrawn(e));
            case PlaceReleased e -> handled(() -> taken.released(e));
            // the places it frees and takes are said one by one
            case ProviderChanged e -> Heard.IGNORED;
            // who waits, and why, is allocation's business
            case ReferralQueued e -> Heard.IGNORED;
            case RoundOpened e -> Heard.IGNORED;
            case AllocationDecided e -> Heard.IGNORED;
            case RoundVerified e -> Heard.IGNORED;
            case OfferReached e -> Heard.IGNORED;
            case ClockWarned e -> Heard.IGNORED;
            case ClockBreached e -> Heard.IGNORED;
            case OverrideGranted e -> Heard.IGNORED;
        };
    }

    private static Heard handled(Runnable effect) {
        effect.run();
        return Heard.HANDLED;
    }
}
