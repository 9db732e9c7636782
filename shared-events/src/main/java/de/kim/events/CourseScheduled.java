package de.kim.events;

import java.util.List;
import java.util.UUID;

/**
 * A provider planned a course. {@code places} are the places asked for; allocation answers with
 * {@link CapacitySet}.
 */
@WireName("kim.courses.course-scheduled.v1")
public record CourseScheduled(
        UUID courseId,
        String providerId,
        CourseType courseType,
        List<Section> sections,
        List<WeeklyTime> times,
        Venue venue,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        int places)
        implements CourseEvent {
    public CourseScheduled {
        sections = List.copyOf(sections);
        times = List.copyOf(times);
    }

    @Override
    public String subject() {
        return courseId.toString();
    }
}
