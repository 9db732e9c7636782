package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** A clock will be breached soon. */
@WireName("kim.allocations.clock-warned.v1")
public record ClockWarned(UUID referralId, ClockKind clock, LocalDate due)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
