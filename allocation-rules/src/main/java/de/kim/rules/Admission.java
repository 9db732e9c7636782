package de.kim.rules;

import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.List;

/** A provider's admission for course types, {@code from}–{@code until} inclusive (§ 18 IntV). */
public record Admission(
        String providerId, List<CourseType> courseTypes, LocalDate from, LocalDate until) {
    public Admission {
        courseTypes = courseTypes.stream().distinct().sorted().toList();
    }
}
