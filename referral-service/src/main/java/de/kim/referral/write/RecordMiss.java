package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person did not come; said by the host. */
public record RecordMiss(@TargetAggregateIdentifier UUID testDateId, UUID referralId, String by)
        implements TestDateCommand {}
