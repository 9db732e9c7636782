package de.kim.catalog.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.catalog.write.ProviderContact;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that can be entered, as anybody may see it: nothing in it is about a person.
 *
 * @param number its place among those that can be entered on the same day
 * @param version counts the events of the course
 * @param changedAt when the provider last changed something about it
 * @param name of the course type, in German
 * @param entries the sections that begin in the window asked for, the next one first
 * @param kilometres begun, from the centre asked for; null when none was, or the course is online
 * @param helpLanguages in which the teacher can help besides German (ISO 639-1)
 * @param capacity places for people who come through the network
 * @param free of these: neither taken nor offered to somebody
 * @param placesSaidOn when the provider last planned or confirmed the places
 * @param stale whether that is more than seven days ago (§ 20(5) IntV: weekly)
 */
public record FreePlace(
        UUID courseId,
        @JsonIgnore long number,
        @JsonIgnore long version,
        @JsonIgnore Instant changedAt,
        CourseType courseType,
        String name,
        Organisation provider,
        LocalDate begins,
        LocalDate ends,
        List<Section> entries,
        List<WeeklyTime> times,
        List<Interruption> interruptions,
        @Nullable CourseExtent extent,
        Place venue,
        @Nullable Integer kilometres,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        List<String> helpLanguages,
        int capacity,
        int free,
        LocalDate placesSaidOn,
        boolean stale) {
    public FreePlace {
        entries = List.copyOf(entries);
        times = List.copyOf(times);
        interruptions = List.copyOf(interruptions);
        helpLanguages = List.copyOf(helpLanguages);
    }

    /**
     * Who offers it.
     *
     * @param contact of the organisation; null when it has not said
     */
    public record Organisation(String providerId, String name, @Nullable ProviderContact contact) {}

    /**
     * Where it is held.
     *
     * @param name of the municipality; null when it is none of the network's
     */
    public record Place(
            String municipality,
            @Nullable String name,
            int latitudeE6,
            int longitudeE6,
            boolean accessible) {}

    /** The section that can be entered next. */
    Section next() {
        return entries.getFirst();
    }
}
