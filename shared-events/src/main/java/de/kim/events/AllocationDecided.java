package de.kim.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a round decided for a person, published when the outcome changed. {@code courseId} and
 * {@code section} are set when a place is offered.
 */
@WireName("kim.allocations.allocation-decided.v1")
public record AllocationDecided(
        UUID referralId,
        UUID roundId,
        Outcome outcome,
        @Nullable UUID courseId,
        @Nullable Integer section,
        List<CourseReason> reasons)
        implements AllocationEvent {
    public AllocationDecided {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
