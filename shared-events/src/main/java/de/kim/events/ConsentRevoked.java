package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person revoked a consent. */
@WireName("kim.referrals.consent-revoked.v1")
public record ConsentRevoked(UUID referralId, ConsentPurpose purpose, LocalDate revokedOn)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
