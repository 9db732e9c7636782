package de.kim.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message did not get through. */
@WireName("kim.notifications.message-failed.v1")
public record MessageFailed(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        Channel channel,
        DeliveryFailure cause)
        implements NotificationEvent {
    @Override
    public String subject() {
        return messageId.toString();
    }
}
