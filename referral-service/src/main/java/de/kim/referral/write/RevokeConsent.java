package de.kim.referral.write;

import de.kim.events.ConsentPurpose;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The person takes a consent back. Without the consent to be referred, a referral that rests on
 * nothing else ends, and the person is erased; without the one to be contacted, the contact goes.
 */
public record RevokeConsent(
        @TargetAggregateIdentifier UUID referralId, String by, ConsentPurpose purpose)
        implements ReferralCommand {}
