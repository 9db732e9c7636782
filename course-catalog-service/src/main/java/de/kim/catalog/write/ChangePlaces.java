package de.kim.catalog.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider asks for another number of places. */
public record ChangePlaces(@TargetAggregateIdentifier UUID courseId, int places)
        implements CourseCommand {}
