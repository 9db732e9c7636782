package de.kim.referral.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The person has a seat in a placement test.
 *
 * @param host the provider, or the coordinator for a central date
 * @param insteadOf the date that the person is moved from; null: there is none
 */
public record BookTest(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        UUID testDateId,
        String host,
        LocalDate testOn,
        @Nullable UUID insteadOf)
        implements ReferralCommand {}
