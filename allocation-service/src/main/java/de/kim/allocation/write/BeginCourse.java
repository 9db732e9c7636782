package de.kim.allocation.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person sits in the course. */
public record BeginCourse(
        @TargetAggregateIdentifier UUID referralId, UUID courseId, LocalDate startedOn) {}
