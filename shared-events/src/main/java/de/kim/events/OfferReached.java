package de.kim.events;

import java.time.Instant;
import java.util.UUID;

/** The offer reached the person; it can be answered until {@code answerBy}. */
@WireName("kim.allocations.offer-reached.v1")
public record OfferReached(UUID referralId, UUID offerId, Instant reachedAt, Instant answerBy)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
