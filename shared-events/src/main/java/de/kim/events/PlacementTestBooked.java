package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** A seat in a placement test was booked. */
@WireName("kim.referrals.placement-test-booked.v1")
public record PlacementTestBooked(UUID referralId, String providerId, LocalDate testOn)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
