package de.kim.events;

import java.util.UUID;

/** The referral should never have been entered; it is kept, not deleted. */
@WireName("kim.referrals.entered-in-error.v1")
public record EnteredInError(UUID referralId) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
