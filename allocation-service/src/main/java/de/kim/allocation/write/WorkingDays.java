package de.kim.allocation.write;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * Working days in Niedersachsen: Monday to Friday without the public holidays of § 2 NFeiertagsG.
 * Periods are counted as in §§ 187(1), 188(1) BGB: the day of the event does not count, the last
 * day ends at midnight in Europe/Berlin, whatever the daylight saving does in between.
 */
public final class WorkingDays {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(5, 1),
                    MonthDay.of(10, 3),
                    MonthDay.of(10, 31),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26));

    /** Days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday. */
    private static final Set<Integer> AROUND_EASTER = Set.of(-2, 1, 39, 50);

    private WorkingDays() {}

    /** The end of the {@code days}-th working day after {@code from}. */
    public static Instant after(Instant from, int days) {
        LocalDate day = from.atZone(ZONE).toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return endOf(day);
    }

    /** The working day after this day. */
    public static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Midnight at the end of a day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        LocalDate easter = easterSunday(day.getYear());
        return FIXED.contains(MonthDay.from(day))
                || AROUND_EASTER.stream().anyMatch(d -> easter.plusDays(d).equals(day));
    }

    /** Gauss's computus in the form of Butcher and Meeus. */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int e = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - e + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
