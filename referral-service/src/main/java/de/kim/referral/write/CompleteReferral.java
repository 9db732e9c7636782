package de.kim.referral.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person began a course, as the provider reported. */
public record CompleteReferral(
        @TargetAggregateIdentifier UUID referralId, UUID courseId, LocalDate startedOn)
        implements ReferralCommand {}
