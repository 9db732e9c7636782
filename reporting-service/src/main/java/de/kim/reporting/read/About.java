package de.kim.reporting.read;

import de.kim.events.AllocationDecided;
import de.kim.events.AllocationEvent;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.CourseEvent;
import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
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
import de.kim.events.ProviderChanged;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.RawEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an event speaks of, for the ledger's own columns. */
final class About {
    private static final JsonMapper JSON = JsonMapper.shared();

    private About() {}

    /** The referral whose timeline the event belongs to; null when it belongs to none. */
    static @Nullable UUID referral(PublicEvent event) {
        return switch (event) {
            case ReferralEvent e -> UUID.fromString(e.subject());
            case ParticipantStarted e -> e.referralId();
            case ParticipantMissing e -> e.referralId();
            case CourseEvent e -> null;
            case AllocationEvent e -> referral(e);
            case MessageSent e -> e.referralId();
            case MessageReached e -> e.referralId();
            case MessageFailed e -> e.referralId();
            case RulebookEvent e -> null;
            case Sealed e -> null;
        };
    }

    private static @Nullable UUID referral(AllocationEvent event) {
        return switch (event) {
            case ReferralQueued e -> e.referralId();
            case AllocationDecided e -> e.referralId();
            case PlaceOffered e -> e.referralId();
            case OfferReached e -> e.referralId();
            case PlaceAccepted e -> e.referralId();
            case PlaceDeclined e -> e.referralId();
            case OfferExpired e -> e.referralId();
            case OfferWithdrawn e -> e.referralId();
            case PlaceReleased e -> e.referralId();
            case ProviderChanged e -> e.referralId();
            case ClockWarned e -> e.referralId();
            case ClockBreached e -> e.referralId();
            case OverrideGranted e -> e.referralId();
            case CapacitySet e -> null;
            case RoundOpened e -> null;
            case RoundVerified e -> null;
        };
    }

    /**
     * The referral of an event whose type is not known: every event that speaks of one names it
     * {@code referralId}, and what is said on the referrals' own topic has it as its subject.
     */
    static @Nullable UUID referral(RawEvent event) {
        JsonNode named = JSON.readTree(event.bytes()).at("/data/referralId");
        if (named.isString()) {
            return uuid(named.stringValue());
        }
        return event.topic() == Topic.REFERRALS ? uuid(event.subject()) : null;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
