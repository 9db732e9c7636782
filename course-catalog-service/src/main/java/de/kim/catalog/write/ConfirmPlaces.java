package de.kim.catalog.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider confirms how many places there are (§ 20(5) IntV: weekly). */
public record ConfirmPlaces(@TargetAggregateIdentifier UUID courseId, int places)
        implements CourseCommand {}
