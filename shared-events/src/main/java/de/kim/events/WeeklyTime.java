package de.kim.events;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A span of time on one day of every week, local time in Europe/Berlin.
 *
 * @throws IllegalArgumentException when {@code from} is not before {@code to}
 */
public record WeeklyTime(DayOfWeek day, LocalTime from, LocalTime to) {
    public WeeklyTime {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a weekly time ends after it begins");
        }
    }

    /** Whether {@code other} lies wholly within this span. */
    public boolean covers(WeeklyTime other) {
        return day == other.day && !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
