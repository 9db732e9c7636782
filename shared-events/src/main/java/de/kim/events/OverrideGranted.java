package de.kim.events;

import java.util.List;
import java.util.UUID;

/**
 * A hardship decision: a stated condition and a second body; {@code displaced} are the referrals
 * whose result differs with and without it.
 */
@WireName("kim.allocations.override-granted.v1")
public record OverrideGranted(
        UUID referralId,
        UUID roundId,
        UUID courseId,
        String condition,
        String secondBody,
        List<UUID> displaced)
        implements AllocationEvent {
    public OverrideGranted {
        displaced = List.copyOf(displaced);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
