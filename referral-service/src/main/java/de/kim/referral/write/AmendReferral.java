package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person's attributes or contact changed; they are in the {@link Vault}. */
public record AmendReferral(
        @TargetAggregateIdentifier UUID referralId, String by, String profileCommitment)
        implements ReferralCommand {}
