package de.kim.events;

import java.util.UUID;

/** An accepted place is free again. */
@WireName("kim.allocations.place-released.v1")
public record PlaceReleased(UUID referralId, UUID courseId, ReleaseCause cause)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
