package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** A person began the course. */
@WireName("kim.courses.participant-started.v1")
public record ParticipantStarted(UUID courseId, UUID referralId, LocalDate startedOn)
        implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
