package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The referral should never have been entered. */
public record EnterInError(@TargetAggregateIdentifier UUID referralId, String by)
        implements ReferralCommand {}
