package de.kim.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of the referral was recorded wrongly and is put right: nothing changed but what is
 * known. What was recorded before stays in the history. {@code parts} names what was wrong and is
 * never empty; {@code entitlement} is there when an entitlement was.
 */
@WireName("kim.referrals.referral-corrected.v1")
public record ReferralCorrected(
        UUID referralId,
        CorrectionReason reason,
        List<CorrectedPart> parts,
        @Nullable EntitlementCorrection entitlement,
        LocalDate correctedOn)
        implements ReferralEvent {
    public ReferralCorrected {
        parts = List.copyOf(parts);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
