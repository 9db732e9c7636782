package de.kim.catalog.write;

import de.kim.events.CourseType;
import java.util.List;
import java.util.UUID;

/**
 * A provider plans a course.
 *
 * @param helpLanguages in which the teacher can help besides German (ISO 639-1)
 */
public record ScheduleCourse(
        UUID courseId,
        String providerId,
        CourseType courseType,
        CoursePlan plan,
        CourseTerms terms,
        List<String> helpLanguages,
        Places places)
        implements CourseCommand {
    public ScheduleCourse {
        helpLanguages = helpLanguages.stream().distinct().sorted().toList();
    }
}
