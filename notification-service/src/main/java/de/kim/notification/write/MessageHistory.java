package de.kim.notification.write;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageKind;
import de.kim.events.ReachProof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored events of one message. Nobody's name, address or language is in them. */
public sealed interface MessageHistory {
    UUID messageId();

    /** The message is to be sent. */
    record Planned(
            UUID messageId,
            UUID referralId,
            @Nullable UUID offerId,
            MessageKind kind,
            Channel channel)
            implements MessageHistory {}

    /** It is not sent by this channel: another one is the person's. */
    record Skipped(UUID messageId) implements MessageHistory {}

    /**
     * The mail server, the outgoing post or the SMS gateway took it: handed over, no proof of
     * reach.
     */
    record Sent(
            UUID messageId,
            UUID referralId,
            @Nullable UUID offerId,
            MessageKind kind,
            Channel channel,
            Instant sentAt)
            implements MessageHistory {}

    /** The post has the letter since this day. */
    record Posted(UUID messageId, LocalDate postedOn) implements MessageHistory {}

    /** The telephone has the SMS; no proof that anybody read it. */
    record Delivered(UUID messageId, Instant deliveredAt) implements MessageHistory {}

    /** There is proof that it reached the person. */
    record Reached(
            UUID messageId,
            UUID referralId,
            @Nullable UUID offerId,
            ReachProof proof,
            Instant reachedAt)
            implements MessageHistory {}

    /** It will not be sent. */
    record Failed(
            UUID messageId,
            UUID referralId,
            @Nullable UUID offerId,
            Channel channel,
            DeliveryFailure cause)
            implements MessageHistory {}

    /** The person asked for help on the page. */
    record HelpAsked(UUID messageId, Instant askedAt) implements MessageHistory {}

    /** Wrong birth dates locked the person's links. */
    record Locked(UUID messageId, Instant until) implements MessageHistory {}
}
