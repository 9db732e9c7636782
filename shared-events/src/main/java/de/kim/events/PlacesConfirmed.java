package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The provider confirmed its places (stale after seven days, § 20(5) IntV). */
@WireName("kim.courses.places-confirmed.v1")
public record PlacesConfirmed(UUID courseId, int places, LocalDate confirmedOn)
        implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
