package de.kim.referral.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An objection has its outcome. */
public record DecideObjection(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        UUID objectionId,
        ObjectionOutcome outcome,
        LocalDate decidedOn)
        implements ReferralCommand {}
