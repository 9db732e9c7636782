package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The referral is complete enough to wait for a place: it stands on the waiting list. */
@WireName("kim.allocations.referral-queued.v1")
public record ReferralQueued(UUID referralId, UUID person, LocalDate queuedOn)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
