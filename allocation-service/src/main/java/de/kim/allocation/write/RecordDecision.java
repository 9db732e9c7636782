package de.kim.allocation.write;

import de.kim.events.CourseReason;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps that a round found no place for a person, and why. */
public record RecordDecision(
        @TargetAggregateIdentifier UUID referralId, UUID roundId, List<CourseReason> reasons) {}
