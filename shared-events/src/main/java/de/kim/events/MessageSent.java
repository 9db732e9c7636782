package de.kim.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message was handed over (an SMTP 250 proves no more). */
@WireName("kim.notifications.message-sent.v1")
public record MessageSent(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        Channel channel,
        MessageKind kind,
        Instant sentAt)
        implements NotificationEvent {
    @Override
    public String subject() {
        return messageId.toString();
    }
}
