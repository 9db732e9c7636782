package de.kim.catalog.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The provider asks for another number of places.
 *
 * @param blocked those kept back; null: as many as before
 */
public record ChangePlaces(
        @TargetAggregateIdentifier UUID courseId, int places, @Nullable Integer blocked)
        implements CourseCommand {}
