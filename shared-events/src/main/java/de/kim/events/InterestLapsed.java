package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person did not confirm the interest in time. */
@WireName("kim.referrals.interest-lapsed.v1")
public record InterestLapsed(UUID referralId, LocalDate lapsedOn) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
