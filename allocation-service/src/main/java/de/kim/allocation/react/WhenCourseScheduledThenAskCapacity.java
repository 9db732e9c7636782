package de.kim.allocation.react;

import de.kim.allocation.write.AskCapacity;
import de.kim.events.CourseScheduled;
import java.util.List;

/** The places of a new course. */
public final class WhenCourseScheduledThenAskCapacity {
    private WhenCourseScheduledThenAskCapacity() {}

    public static List<AskCapacity> react(CourseScheduled event) {
        return List.of(new AskCapacity(event.courseId(), event.places()));
    }
}
