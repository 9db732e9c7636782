package de.kim.catalog.write;

import de.kim.events.AdmissionEnd;
import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a provider. */
public sealed interface ProviderHistory extends CatalogHistory {
    String providerId();

    /** See {@link de.kim.events.ProviderAdmitted}. */
    record Admitted(
            String providerId,
            String name,
            List<CourseType> courseTypes,
            AdmissionKind kind,
            LocalDate from,
            LocalDate until,
            @Nullable Boolean online,
            @Nullable List<String> area)
            implements ProviderHistory {
        public Admitted {
            courseTypes = List.copyOf(courseTypes);
            area = area == null ? null : List.copyOf(area);
        }
    }

    record AdmissionEnded(String providerId, LocalDate endedOn, AdmissionEnd reason)
            implements ProviderHistory {}
}
