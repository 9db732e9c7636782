package de.kim.allocation.write;

import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a referral with a test result on the waiting list. */
public record QueueReferral(
        @TargetAggregateIdentifier UUID referralId,
        UUID person,
        LocalDate queuedOn,
        CourseType recommendedType,
        int recommendedSection) {}
