package de.kim.catalog.write;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The BAMF admitted a provider for course types, {@code from}–{@code until} inclusive. */
public record AdmitProvider(
        @TargetAggregateIdentifier String providerId,
        String name,
        List<CourseType> courseTypes,
        AdmissionKind kind,
        LocalDate from,
        LocalDate until) {
    public AdmitProvider {
        courseTypes = courseTypes.stream().distinct().sorted().toList();
    }
}
