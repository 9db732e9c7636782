package de.kim.kit.door.sample;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a {@link Course}. */
public sealed interface CourseCommand {
    record Change(@TargetAggregateIdentifier UUID course, int places) implements CourseCommand {}

    record Describe(@TargetAggregateIdentifier UUID course) implements CourseCommand {}

    record Note(@TargetAggregateIdentifier UUID course) implements CourseCommand {}

    /** Changes something, then refuses. */
    record ChangeAndRefuse(@TargetAggregateIdentifier UUID course) implements CourseCommand {}
}
