package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A further entitlement of the same person, or later dates of one on the same legal basis; {@code
 * grantedBy} is the body.
 */
@WireName("kim.referrals.entitlement-added.v1")
public record EntitlementAdded(
        UUID referralId,
        LegalBasis legalBasis,
        String grantedBy,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
