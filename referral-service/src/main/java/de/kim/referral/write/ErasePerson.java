package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Erase everything that is known of the person; what happened stays, without the person.
 *
 * @param by the referring body; null when the clock says it, or another referral of the person
 */
public record ErasePerson(@TargetAggregateIdentifier UUID referralId, @Nullable String by)
        implements ReferralCommand {}
