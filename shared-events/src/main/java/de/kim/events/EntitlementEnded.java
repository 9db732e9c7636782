package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** An entitlement ended; {@code last}: the referral rests on no other one. */
@WireName("kim.referrals.entitlement-ended.v1")
public record EntitlementEnded(
        UUID referralId,
        LegalBasis legalBasis,
        LocalDate endedOn,
        EntitlementEnd reason,
        boolean last)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
