package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * There is proof that the offer reached the person.
 *
 * @param fiction the letter that counts as arrived, and may yet come back; null when the proof
 *     stands
 */
public record ReachOffer(
        @TargetAggregateIdentifier UUID referralId,
        UUID offerId,
        Instant reachedAt,
        @Nullable UUID fiction) {

    /** By a proof that stands. */
    public ReachOffer(UUID referralId, UUID offerId, Instant reachedAt) {
        this(referralId, offerId, reachedAt, null);
    }
}
