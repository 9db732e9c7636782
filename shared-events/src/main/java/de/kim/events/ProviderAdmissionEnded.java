package de.kim.events;

import java.time.LocalDate;

/** An admission ended before its time. */
@WireName("kim.courses.provider-admission-ended.v1")
public record ProviderAdmissionEnded(String providerId, LocalDate endedOn, AdmissionEnd reason)
        implements CourseEvent {
    @Override
    public String subject() {
        return providerId;
    }
}
