package de.kim.referral.write;

import de.kim.events.ConsentPurpose;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person consents. */
public record GiveConsent(
        @TargetAggregateIdentifier UUID referralId, String by, ConsentPurpose purpose)
        implements ReferralCommand {}
