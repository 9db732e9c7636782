package de.kim.kit.door;

import de.kim.events.PublicEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link OutDoor} says of one stored event. The public event's subject must be the
 * aggregate's id.
 */
public sealed interface Saying {
    /**
     * Published on {@code kim.*}.
     *
     * @param profileOf the referral whose profile is published (or, when erased, tombstoned) just
     *     before the event; null when the profile did not change
     */
    record Publish(PublicEvent event, @Nullable UUID profileOf) implements Saying {}

    /** The event is nobody else's business. */
    record StaysHere() implements Saying {}

    static Saying publish(PublicEvent event) {
        return new Publish(event, null);
    }

    static Saying publishWithProfile(PublicEvent event, UUID referralId) {
        return new Publish(event, referralId);
    }

    static Saying staysHere() {
        return new StaysHere();
    }
}
