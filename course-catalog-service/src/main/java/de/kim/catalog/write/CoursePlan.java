package de.kim.catalog.write;

import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.LocalDate;
import java.util.List;

/** When and where a course takes place. */
public record CoursePlan(
        List<Section> sections,
        List<WeeklyTime> times,
        Venue venue,
        List<Interruption> interruptions) {
    public CoursePlan {
        sections = List.copyOf(sections);
        times = List.copyOf(times);
        interruptions = List.copyOf(interruptions);
    }

    /** The first day of the first section. */
    public LocalDate begins() {
        return sections.getFirst().begins();
    }

    /** The last day of the last section. */
    public LocalDate ends() {
        return sections.getLast().ends();
    }
}
