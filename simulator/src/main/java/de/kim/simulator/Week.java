package de.kim.simulator;

import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The times of day at which courses are held and people have time, Monday to Friday. */
enum Week {
    MORNING(LocalTime.of(8, 30), LocalTime.of(12, 15), LocalTime.of(7, 30), LocalTime.of(13, 0)),
    AFTERNOON(LocalTime.of(13, 0), LocalTime.of(16, 45), LocalTime.of(12, 30), LocalTime.of(18, 0)),
    EVENING(LocalTime.of(17, 30), LocalTime.of(20, 30), LocalTime.of(17, 0), LocalTime.of(21, 30));

    final List<WeeklyTime> lessons;
    final List<WeeklyTime> spare;

    Week(LocalTime begins, LocalTime ends, LocalTime free, LocalTime busy) {
        lessons = days(begins, ends);
        spare = days(free, busy);
    }

    private static List<WeeklyTime> days(LocalTime from, LocalTime to) {
        List<WeeklyTime> times = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                times.add(new WeeklyTime(day, from, to));
            }
        }
        return List.copyOf(times);
    }
}
