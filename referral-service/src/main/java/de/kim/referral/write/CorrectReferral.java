package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.CorrectionReason;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Something was recorded wrongly. What is known of the person is in the vault.
 *
 * @param entitlement the right one; null: it was right
 * @param test the right result; null: it was right
 * @param person whether something known of the person was wrong
 * @param ageBand by the right birth date
 */
public record CorrectReferral(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        CorrectionReason reason,
        @Nullable StatedEntitlement entitlement,
        @Nullable StatedResult test,
        boolean person,
        AgeBand ageBand,
        String profileCommitment)
        implements ReferralCommand {}
