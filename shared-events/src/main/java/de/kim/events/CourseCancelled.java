package de.kim.events;

import java.util.UUID;

/** The course does not take place. */
@WireName("kim.courses.course-cancelled.v1")
public record CourseCancelled(UUID courseId, CancellationReason reason) implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
