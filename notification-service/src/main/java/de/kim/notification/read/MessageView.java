package de.kim.notification.read;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as staff see it.
 *
 * @param deliveredAt when an SMS was on the telephone; no proof that anybody read it
 * @param postedOn when the post got it, of a letter
 * @param attempts how often the service tried to send it
 * @param helpAskedAt when the person asked for help on the page
 * @param lockedUntil until when wrong birth dates lock, or locked, the person's links
 * @param trouble why the last attempt failed, as a code; null when it did not
 */
public record MessageView(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        MessageKind kind,
        Channel channel,
        State state,
        Instant plannedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable LocalDate postedOn,
        @Nullable Instant reachedAt,
        @Nullable DeliveryFailure failure,
        @Nullable Instant helpAskedAt,
        @Nullable Instant lockedUntil,
        int attempts,
        @Nullable String trouble) {

    /** How far a message got. */
    public enum State {
        /** It waits to be sent, for the first time or again. */
        PLANNED,
        /** It is not sent: the person is told by another channel. */
        SKIPPED,
        /** The mail server, the SMS gateway or the outgoing post took it: no proof of reach. */
        SENT,
        /** There is proof that it reached the person. */
        REACHED,
        /** It did not get through, and is not tried again. */
        FAILED
    }
}
