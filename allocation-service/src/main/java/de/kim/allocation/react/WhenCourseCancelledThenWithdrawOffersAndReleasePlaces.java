package de.kim.allocation.react;

import de.kim.allocation.write.CancelCourse;
import de.kim.events.CourseCancelled;
import java.util.List;

/** Everybody in the course waits again; who had accepted stands before others. */
public final class WhenCourseCancelledThenWithdrawOffersAndReleasePlaces {
    private WhenCourseCancelledThenWithdrawOffersAndReleasePlaces() {}

    public static List<CancelCourse> react(CourseCancelled event) {
        return List.of(new CancelCourse(event.courseId()));
    }
}
