package de.kim.events;

import java.time.LocalDate;
import java.util.List;

/** The BAMF admitted a provider for course types, from–until inclusive (§ 18 IntV). */
@WireName("kim.courses.provider-admitted.v1")
public record ProviderAdmitted(
        String providerId,
        String name,
        List<CourseType> courseTypes,
        AdmissionKind kind,
        LocalDate from,
        LocalDate until)
        implements CourseEvent {
    public ProviderAdmitted {
        courseTypes = List.copyOf(courseTypes);
    }

    @Override
    public String subject() {
        return providerId;
    }
}
