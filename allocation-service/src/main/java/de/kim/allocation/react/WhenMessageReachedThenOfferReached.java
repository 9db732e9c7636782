package de.kim.allocation.react;

import de.kim.allocation.write.ReachOffer;
import de.kim.events.MessageReached;
import java.util.List;
import java.util.UUID;

/** The offer period begins with the proof of reach; of other messages there is nothing to do. */
public final class WhenMessageReachedThenOfferReached {
    private WhenMessageReachedThenOfferReached() {}

    public static List<ReachOffer> react(MessageReached event) {
        UUID offerId = event.offerId();
        return offerId == null
                ? List.of()
                : List.of(new ReachOffer(event.referralId(), offerId, event.reachedAt()));
    }
}
