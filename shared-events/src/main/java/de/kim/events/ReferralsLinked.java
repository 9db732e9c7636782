package de.kim.events;

import java.util.UUID;

/**
 * Two referrals are of one person; the pseudonym (and with it the lottery number) of the first one
 * is kept.
 */
@WireName("kim.referrals.referrals-linked.v1")
public record ReferralsLinked(UUID referralId, UUID linkedReferralId, UUID person)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
