package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The provider confirmed its places (stale after seven days, § 20(5) IntV). {@code blocked}: see
 * {@link CourseScheduled}; {@code confirmedBy} is the organisation that said so. Null: not said.
 */
@WireName("kim.courses.places-confirmed.v1")
public record PlacesConfirmed(
        UUID courseId,
        int places,
        LocalDate confirmedOn,
        @Nullable Integer blocked,
        @Nullable String confirmedBy)
        implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
