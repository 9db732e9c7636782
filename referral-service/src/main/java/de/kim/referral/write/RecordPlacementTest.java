package de.kim.referral.write;

import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The placement test has a result, or was not needed. Sections count from 1. */
public record RecordPlacementTest(
        @TargetAggregateIdentifier UUID referralId,
        String by,
        LocalDate testedOn,
        CourseType recommendedType,
        int recommendedSection,
        boolean dispensable)
        implements ReferralCommand {}
