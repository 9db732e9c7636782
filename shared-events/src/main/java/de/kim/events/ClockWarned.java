package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock will be breached soon. {@code due} is the last day; {@code offerId}: the offer whose time
 * to answer it is; {@code alternativeCourseId}: another course with a free place that the person
 * could choose instead, null when none was found.
 */
@WireName("kim.allocations.clock-warned.v1")
public record ClockWarned(
        UUID referralId,
        ClockKind clock,
        LocalDate due,
        @Nullable UUID offerId,
        @Nullable UUID alternativeCourseId)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
