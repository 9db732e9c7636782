package de.kim.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider planned a course. {@code places} are the places asked for; allocation answers with
 * {@link CapacitySet}. {@code blocked} are places beside these that the provider keeps for people
 * who do not come through the network (null: none). A break in the day parts two weekly times.
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
        int places,
        @Nullable List<Interruption> interruptions,
        @Nullable CourseExtent extent,
        @Nullable Integer blocked)
        implements CourseEvent {
    public CourseScheduled {
        sections = List.copyOf(sections);
        times = List.copyOf(times);
        interruptions = interruptions == null ? null : List.copyOf(interruptions);
    }

    @Override
    public String subject() {
        return courseId.toString();
    }
}
