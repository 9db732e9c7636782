package de.kim.events;

import java.util.UUID;

/** The person declined the offer. */
@WireName("kim.allocations.place-declined.v1")
public record PlaceDeclined(
        UUID referralId, UUID offerId, UUID courseId, AnsweredBy answeredBy, DeclineReason reason)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
