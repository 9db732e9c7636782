package de.kim.events;

import java.util.List;
import java.util.UUID;

/** Dates, times or venue changed. */
@WireName("kim.courses.course-rescheduled.v1")
public record CourseRescheduled(
        UUID courseId, List<Section> sections, List<WeeklyTime> times, Venue venue)
        implements CourseEvent {
    public CourseRescheduled {
        sections = List.copyOf(sections);
        times = List.copyOf(times);
    }

    @Override
    public String subject() {
        return courseId.toString();
    }
}
