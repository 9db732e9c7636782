package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The person's attributes or contact changed; they are in the vault.
 *
 * @param contactGiven whether there is an e-mail address or a telephone number
 */
public record AmendReferral(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        String profileCommitment,
        boolean contactGiven)
        implements ReferralCommand {}
