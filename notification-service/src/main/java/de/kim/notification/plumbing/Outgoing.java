package de.kim.notification.plumbing;

import de.kim.events.MessageKind;
import de.kim.notification.read.LinkToken;
import de.kim.notification.read.Story;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that this instance may send now.
 *
 * @param attempt the number of this attempt, from 1
 * @param token the secret of this attempt's link
 */
record Outgoing(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        MessageKind kind,
        Instant plannedAt,
        int attempt,
        LinkToken token,
        Story story) {}
