package de.kim.events;

import java.util.UUID;

/** The capacity in force: a rise at once, a fall down to accepted places and live offers. */
@WireName("kim.allocations.capacity-set.v1")
public record CapacitySet(UUID courseId, int placesAsked, int capacity) implements AllocationEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
