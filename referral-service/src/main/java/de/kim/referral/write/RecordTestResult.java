package de.kim.referral.write;

import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The result of the test in which the person had a seat, by its host. Sections count from 1. */
public record RecordTestResult(
        @TargetAggregateIdentifier UUID referralId,
        UUID testDateId,
        LocalDate testedOn,
        CourseType recommendedType,
        int recommendedSection,
        boolean dispensable)
        implements ReferralCommand {}
