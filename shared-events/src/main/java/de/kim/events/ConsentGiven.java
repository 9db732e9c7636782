package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person consented. */
@WireName("kim.referrals.consent-given.v1")
public record ConsentGiven(UUID referralId, ConsentPurpose purpose, LocalDate givenOn)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
