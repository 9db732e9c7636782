package de.kim.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** There is proof that the message reached the person. */
@WireName("kim.notifications.message-reached.v1")
public record MessageReached(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        ReachProof proof,
        Instant reachedAt)
        implements NotificationEvent {
    @Override
    public String subject() {
        return messageId.toString();
    }
}
