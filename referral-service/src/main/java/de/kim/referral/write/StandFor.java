package de.kim.referral.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The referral that stood for the person has ended: this one stands for them now, and what it has
 * to say of the person is said again, since nobody waited for it until now.
 *
 * @param person the pseudonym of both
 */
public record StandFor(
        @TargetAggregateIdentifier UUID referralId, UUID endedReferralId, UUID person)
        implements ReferralCommand {}
