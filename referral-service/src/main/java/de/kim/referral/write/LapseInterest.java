package de.kim.referral.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody said until {@code due} that the person still wants a place. */
public record LapseInterest(@TargetAggregateIdentifier UUID referralId, LocalDate due)
        implements ReferralCommand {}
