package de.kim.catalog.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The provider confirms how many places there are (§ 20(5) IntV: weekly).
 *
 * @param blocked those kept back; null: as many as before
 * @param confirmedBy the organisation that says so
 */
public record ConfirmPlaces(
        @TargetAggregateIdentifier UUID courseId,
        int places,
        @Nullable Integer blocked,
        String confirmedBy)
        implements CourseCommand {}
