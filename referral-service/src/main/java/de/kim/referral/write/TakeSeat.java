package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A seat for a person; answered with the {@link TestDay}. */
public record TakeSeat(@TargetAggregateIdentifier UUID testDateId, UUID referralId, String by)
        implements TestDateCommand {}
