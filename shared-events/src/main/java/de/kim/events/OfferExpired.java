package de.kim.events;

import java.util.UUID;

/** The offer ended without an answer. */
@WireName("kim.allocations.offer-expired.v1")
public record OfferExpired(UUID referralId, UUID offerId, UUID courseId, ExpiryCause cause)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
