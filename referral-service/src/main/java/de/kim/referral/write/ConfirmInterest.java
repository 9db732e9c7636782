package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The person still wants a place.
 *
 * @param by the referring body; null when the person said so on their page
 */
public record ConfirmInterest(@TargetAggregateIdentifier UUID referralId, @Nullable String by)
        implements ReferralCommand {}
