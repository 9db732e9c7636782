package de.kim.allocation.react;

import de.kim.allocation.write.ReachOffer;
import de.kim.events.MessageReached;
import de.kim.events.ReachProof;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The offer period begins with the proof of reach; of other messages there is nothing to do. */
public final class WhenMessageReachedThenOfferReached {
    private WhenMessageReachedThenOfferReached() {}

    public static List<ReachOffer> react(MessageReached event) {
        UUID offerId = event.offerId();
        return offerId == null
                ? List.of()
                : List.of(
                        new ReachOffer(
                                event.referralId(), offerId, event.reachedAt(), fiction(event)));
    }

    /** The person's own word, or the counsellor's, is not taken back. */
    private static @Nullable UUID fiction(MessageReached event) {
        return event.proof() == ReachProof.POST_FICTION ? event.messageId() : null;
    }
}
