package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The person has no seat any more.
 *
 * @param by the referring body; null: the host says so
 */
public record EndTestBooking(
        @TargetAggregateIdentifier UUID referralId,
        @Nullable String by,
        UUID testDateId,
        BookingEnd cause)
        implements ReferralCommand {}
