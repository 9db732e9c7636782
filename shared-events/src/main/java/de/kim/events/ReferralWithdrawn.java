package de.kim.events;

import java.util.UUID;

/** The referral was withdrawn. */
@WireName("kim.referrals.referral-withdrawn.v1")
public record ReferralWithdrawn(UUID referralId, WithdrawalReason reason) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
