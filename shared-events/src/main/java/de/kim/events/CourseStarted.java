package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The course began; {@code present} people came. */
@WireName("kim.courses.course-started.v1")
public record CourseStarted(UUID courseId, LocalDate startedOn, int present)
        implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
