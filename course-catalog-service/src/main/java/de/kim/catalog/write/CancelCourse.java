package de.kim.catalog.write;

import de.kim.events.CancellationReason;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The course does not take place. */
public record CancelCourse(@TargetAggregateIdentifier UUID courseId, CancellationReason reason)
        implements CourseCommand {}
