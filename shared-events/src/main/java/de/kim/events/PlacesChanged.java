package de.kim.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The provider asks for another number of places. {@code blocked}: see {@link CourseScheduled};
 * null means as before.
 */
@WireName("kim.courses.places-changed.v1")
public record PlacesChanged(UUID courseId, int places, @Nullable Integer blocked)
        implements CourseEvent {
    /** Those kept back stay as they are. */
    public PlacesChanged(UUID courseId, int places) {
        this(courseId, places, null);
    }

    @Override
    public String subject() {
        return courseId.toString();
    }
}
