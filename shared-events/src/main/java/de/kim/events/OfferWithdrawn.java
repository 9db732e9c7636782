package de.kim.events;

import java.util.UUID;

/** The offer was taken back. */
@WireName("kim.allocations.offer-withdrawn.v1")
public record OfferWithdrawn(
        UUID referralId, UUID offerId, UUID courseId, OfferWithdrawalCause cause)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
