package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person took the place. {@code keepsWaiting}: stays in the queue for a wish ranked higher. */
@WireName("kim.allocations.place-accepted.v1")
public record PlaceAccepted(
        UUID referralId,
        UUID offerId,
        UUID courseId,
        int section,
        LocalDate startsOn,
        AnsweredBy answeredBy,
        boolean keepsWaiting)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
