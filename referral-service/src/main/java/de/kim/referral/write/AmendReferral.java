package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The person's attributes or contact changed; they are in the vault.
 *
 * @param contactGiven whether there is an e-mail address, a telephone number or a postal address
 */
public record AmendReferral(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        String profileCommitment,
        boolean contactGiven)
        implements ReferralCommand {}
