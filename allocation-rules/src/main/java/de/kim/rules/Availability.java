package de.kim.rules;

import de.kim.events.WeeklyTime;
import java.time.LocalTime;
import java.util.List;

/** Whether somebody has time for all lessons of a week. */
final class Availability {
    private Availability() {}

    /**
     * Each lesson lies within the union of the available times (two that touch count as one); no
     * available times: any time.
     */
    static boolean covers(List<WeeklyTime> available, List<WeeklyTime> lessons) {
        if (available.isEmpty()) {
            return true;
        }
        for (WeeklyTime lesson : lessons) {
            if (!covers(available, lesson)) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(List<WeeklyTime> available, WeeklyTime lesson) {
        LocalTime reached = lesson.from();
        while (reached.isBefore(lesson.to())) {
            LocalTime further = reach(available, lesson, reached);
            if (!further.isAfter(reached)) {
                return false;
            }
            reached = further;
        }
        return true;
    }

    /** How far the available times that include the instant {@code reached} carry on. */
    private static LocalTime reach(
            List<WeeklyTime> available, WeeklyTime lesson, LocalTime reached) {
        LocalTime furthest = reached;
        for (WeeklyTime span : available) {
            if (span.day() == lesson.day()
                    && !span.from().isAfter(reached)
                    && span.to().isAfter(furthest)) {
                furthest = span.to();
            }
        }
        return furthest;
    }
}
