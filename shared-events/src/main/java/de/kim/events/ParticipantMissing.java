package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** A person did not appear. */
@WireName("kim.courses.participant-missing.v1")
public record ParticipantMissing(UUID courseId, UUID referralId, LocalDate missedOn)
        implements CourseEvent {
    @Override
    public String subject() {
        return courseId.toString();
    }
}
