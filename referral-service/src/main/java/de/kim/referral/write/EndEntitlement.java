package de.kim.referral.write;

import de.kim.events.EntitlementEnd;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An entitlement of the person is over. */
public record EndEntitlement(
        @TargetAggregateIdentifier UUID referralId,
        UUID entitlementId,
        String by,
        EntitlementEnd reason)
        implements ReferralCommand {}
