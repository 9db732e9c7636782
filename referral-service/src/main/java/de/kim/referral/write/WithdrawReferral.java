package de.kim.referral.write;

import de.kim.events.WithdrawalReason;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The body takes the referral back. */
public record WithdrawReferral(
        @TargetAggregateIdentifier UUID referralId, String by, WithdrawalReason reason)
        implements ReferralCommand {}
