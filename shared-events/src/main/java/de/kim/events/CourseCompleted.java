package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The course is over. */
@WireName("kim.courses.course-completed.v1")
public record CourseCompleted(UUID courseId, LocalDate completedOn) implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
