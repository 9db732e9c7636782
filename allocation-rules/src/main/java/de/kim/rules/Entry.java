package de.kim.rules;

import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which section of a course somebody enters, and until when. Somebody enters exactly the section
 * that the placement test recommends: in a course that began earlier that is a later section of it.
 */
public final class Entry {
    /** Minutes of one teaching unit (UE). */
    private static final long UE_MINUTES = 45;

    private Entry() {}

    /**
     * The last day on which a section may be entered: up to {@code lateEntryUe} teaching units into
     * it count as a timely start. With M minutes of lessons a week these are ⌊lateEntryUe · 45 · 7
     * / M⌋ days after its begin, none for a course without lesson times, and never beyond its end.
     */
    public static LocalDate closesOn(Course course, Section section, int lateEntryUe) {
        long weeklyMinutes = 0;
        for (WeeklyTime time : course.times()) {
            weeklyMinutes += Duration.between(time.from(), time.to()).toMinutes();
        }
        long days = weeklyMinutes == 0 ? 0 : lateEntryUe * UE_MINUTES * 7 / weeklyMinutes;
        LocalDate late = section.begins().plusDays(days);
        return late.isBefore(section.ends()) ? late : section.ends();
    }

    /** Whether the section can still be entered on that day; one yet to begin always can. */
    public static boolean isOpen(Course course, Section section, LocalDate day, int lateEntryUe) {
        return !day.isAfter(section.begins())
                || !day.isAfter(closesOn(course, section, lateEntryUe));
    }

    /** The section with the recommended number, if the course has it and it can be entered. */
    static Optional<Section> section(
            Course course, int recommended, LocalDate day, int lateEntryUe) {
        return course.section(recommended)
                .filter(section -> isOpen(course, section, day, lateEntryUe));
    }
}
