package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** There will be no test; answered with the referrals whose seats are gone. */
public record CancelTestDate(@TargetAggregateIdentifier UUID testDateId, String by)
        implements TestDateCommand {}
