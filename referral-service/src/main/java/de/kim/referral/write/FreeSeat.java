package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The person's seat is for others.
 *
 * @param by the body that took it; null: the referral was closed or has a result already
 */
public record FreeSeat(
        @TargetAggregateIdentifier UUID testDateId, UUID referralId, @Nullable String by)
        implements TestDateCommand {}
