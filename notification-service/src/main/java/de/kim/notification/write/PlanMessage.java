package de.kim.notification.write;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Plan to tell a person that there is news. */
public record PlanMessage(
        @TargetAggregateIdentifier UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        MessageKind kind,
        Channel channel) {

    /**
     * The message that one public event leads to on one channel, or that follows another one which
     * did not get through. Its id follows from both, so that hearing the event again plans nothing
     * new.
     *
     * @param cause the event, or the message that did not get through
     */
    public static PlanMessage because(
            UUID cause,
            UUID referralId,
            @Nullable UUID offerId,
            MessageKind kind,
            Channel channel) {
        byte[] name = (cause + "/" + channel).getBytes(StandardCharsets.US_ASCII);
        return new PlanMessage(UUID.nameUUIDFromBytes(name), referralId, offerId, kind, channel);
    }
}
