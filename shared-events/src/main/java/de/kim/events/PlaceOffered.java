package de.kim.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A place is held for the person. {@code unreachedAfter}: the hold ends then without proof of
 * reach.
 */
@WireName("kim.allocations.place-offered.v1")
public record PlaceOffered(
        UUID referralId,
        UUID offerId,
        UUID roundId,
        UUID courseId,
        int section,
        LocalDate startsOn,
        Instant unreachedAfter)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
