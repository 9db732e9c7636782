package de.kim.events;

import java.util.UUID;

/**
 * Attributes of the referral changed; they travel with the {@link Profile} that this commitment
 * stands for.
 */
@WireName("kim.referrals.referral-amended.v1")
public record ReferralAmended(UUID referralId, String profileCommitment) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
