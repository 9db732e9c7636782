package de.kim.allocation.react;

import de.kim.allocation.write.CloseCourse;
import de.kim.events.CourseCompleted;
import java.util.List;

/** A course that is over takes nobody. */
public final class WhenCourseCompletedThenCloseCourse {
    private WhenCourseCompletedThenCloseCourse() {}

    public static List<CloseCourse> react(CourseCompleted event) {
        return List.of(new CloseCourse(event.courseId()));
    }
}
