package de.kim.events;

import java.util.UUID;

/** The provider asks for another number of places. */
@WireName("kim.courses.places-changed.v1")
public record PlacesChanged(UUID courseId, int places) implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
