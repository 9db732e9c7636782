package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person still wants a place. */
public record ConfirmInterest(@TargetAggregateIdentifier UUID referralId, String by)
        implements ReferralCommand {}
