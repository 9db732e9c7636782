package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person came, says the host; answered with the {@link TestDay}. */
public record GiveResult(@TargetAggregateIdentifier UUID testDateId, UUID referralId, String by)
        implements TestDateCommand {}
