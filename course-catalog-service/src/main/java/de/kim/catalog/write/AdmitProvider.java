package de.kim.catalog.write;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The BAMF admitted a provider for course types, {@code from}–{@code until} inclusive.
 *
 * @param online whether online courses are among them; null: not limited
 * @param area municipality keys, or their beginnings, where courses may be held; null or empty: not
 *     limited
 */
public record AdmitProvider(
        @TargetAggregateIdentifier String providerId,
        String name,
        List<CourseType> courseTypes,
        AdmissionKind kind,
        LocalDate from,
        LocalDate until,
        @Nullable Boolean online,
        @Nullable List<String> area) {
    public AdmitProvider {
        courseTypes = courseTypes.stream().distinct().sorted().toList();
        area = area == null || area.isEmpty() ? null : area.stream().distinct().sorted().toList();
    }
}
