package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** An entitlement ended. */
@WireName("kim.referrals.entitlement-ended.v1")
public record EntitlementEnded(
        UUID referralId, LegalBasis legalBasis, LocalDate endedOn, EntitlementEnd reason)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
