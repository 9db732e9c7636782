package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.notification.read.Language;
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
        Channel channel,
        Instant plannedAt,
        int attempt,
        LinkToken token,
        Story story) {

    /** What it tells, whatever the attempt. */
    MessageRow row() {
        return new MessageRow(messageId, referralId, offerId, kind, channel, story);
    }

    String link(String base, Language language) {
        return link(base, token.value(), language);
    }

    /** The language travels in the link because it is stored nowhere. */
    static String link(String base, String token, Language language) {
        return base + "/m/" + token + "?lang=" + language.code();
    }
}
