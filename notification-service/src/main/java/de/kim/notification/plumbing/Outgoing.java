package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.notification.read.Language;
import de.kim.notification.read.LinkToken;
import de.kim.notification.read.Story;
import de.kim.notification.write.PlanMessage;
import java.time.Instant;
import java.util.List;
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

    /** The letter that is written when this mail does not get through; for another channel none. */
    List<PlanMessage> letterInstead() {
        return channel == Channel.EMAIL
                ? PlanMessage.letterInstead(messageId, referralId, offerId, kind)
                : List.of();
    }

    /** The language travels in the link because it is stored nowhere. */
    String link(String base, Language language) {
        return base + "/m/" + token.value() + "?lang=" + language.code();
    }
}
