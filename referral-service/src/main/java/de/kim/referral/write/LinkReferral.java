package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Another referral is of the same person: this one stands for both.
 *
 * @param person the pseudonym of both from now on
 */
public record LinkReferral(
        @TargetAggregateIdentifier UUID referralId, UUID linkedReferralId, UUID person)
        implements ReferralCommand {}
