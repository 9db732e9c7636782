package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.LegalBasis;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The person has another entitlement, or one that they have was renewed.
 *
 * @param entitlementId that of a new one; one that is renewed keeps its own
 * @param lapsesOn the date on the form; where there is none, what the law says
 * @param ageBand only needed to decide, and not stored
 */
public record AddEntitlement(
        @TargetAggregateIdentifier UUID referralId,
        UUID entitlementId,
        String by,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        AgeBand ageBand)
        implements ReferralCommand {}
