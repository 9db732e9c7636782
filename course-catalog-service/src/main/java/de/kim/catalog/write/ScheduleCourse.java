package de.kim.catalog.write;

import de.kim.events.CourseType;
import java.util.UUID;

/** A provider plans a course; {@code places} are the places asked for. */
public record ScheduleCourse(
        UUID courseId,
        String providerId,
        CourseType courseType,
        CoursePlan plan,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        int places)
        implements CourseCommand {}
