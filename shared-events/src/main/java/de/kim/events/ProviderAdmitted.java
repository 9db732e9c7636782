package de.kim.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The BAMF admitted a provider for course types, from–until inclusive (§ 18 IntV). {@code online}:
 * whether online courses are among them; {@code area}: where courses may be held, as official
 * municipality keys or the beginnings of such (a district is five digits). Null, or an empty area:
 * the admission is not limited in this.
 */
@WireName("kim.courses.provider-admitted.v1")
public record ProviderAdmitted(
        String providerId,
        String name,
        List<CourseType> courseTypes,
        AdmissionKind kind,
        LocalDate from,
        LocalDate until,
        @Nullable Boolean online,
        @Nullable List<String> area)
        implements CourseEvent {
    public ProviderAdmitted {
        courseTypes = List.copyOf(courseTypes);
        area = area == null ? null : List.copyOf(area);
    }

    @Override
    public String subject() {
        return providerId;
    }
}
