package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person still wants a place. */
@WireName("kim.referrals.interest-confirmed.v1")
public record InterestConfirmed(UUID referralId, LocalDate confirmedOn) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
