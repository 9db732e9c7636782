package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** A clock was breached. */
@WireName("kim.allocations.clock-breached.v1")
public record ClockBreached(UUID referralId, ClockKind clock, LocalDate due)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
