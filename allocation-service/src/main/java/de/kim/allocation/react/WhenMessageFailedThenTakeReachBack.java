package de.kim.allocation.react;

import de.kim.allocation.write.TakeReachBack;
import de.kim.events.MessageFailed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A letter counts as arrived on its fourth day, unless it did not arrive (§ 37(2) SGB X): then the
 * offer period did not begin. Of a message that proved nothing there is nothing to take back.
 */
public final class WhenMessageFailedThenTakeReachBack {
    private WhenMessageFailedThenTakeReachBack() {}

    /**
     * @param at when it is heard of
     */
    public static List<TakeReachBack> react(MessageFailed event, Instant at) {
        UUID offerId = event.offerId();
        return offerId == null
                ? List.of()
                : List.of(new TakeReachBack(event.referralId(), offerId, event.messageId(), at));
    }
}
