package de.kim.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people were offered changed: dates, times, venue or the terms. Of {@code interruptions},
 * {@code extent}, {@code childcare}, {@code womenOnly} and {@code online} null means: as before.
 */
@WireName("kim.courses.course-rescheduled.v1")
public record CourseRescheduled(
        UUID courseId,
        List<Section> sections,
        List<WeeklyTime> times,
        Venue venue,
        @Nullable List<Interruption> interruptions,
        @Nullable CourseExtent extent,
        @Nullable Boolean childcare,
        @Nullable Boolean womenOnly,
        @Nullable Boolean online)
        implements CourseEvent {
    public CourseRescheduled {
        sections = List.copyOf(sections);
        times = List.copyOf(times);
        interruptions = interruptions == null ? null : List.copyOf(interruptions);
    }

    @Override
    public String subject() {
        return courseId.toString();
    }
}
