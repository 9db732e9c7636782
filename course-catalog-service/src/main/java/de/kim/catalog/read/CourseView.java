package de.kim.catalog.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.catalog.write.CourseContact;
import de.kim.catalog.write.CourseState;
import de.kim.events.CancellationReason;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course as the partners see it.
 *
 * @param number its place in the list, growing
 * @param version counts the events of the course; its ETag
 * @param helpLanguages in which the teacher can help besides German (ISO 639-1)
 * @param places the places asked for by the provider
 * @param blocked places beside these, kept for people who do not come through the network
 * @param planned both together: the group, at most what the course type allows
 * @param capacity the capacity in force, as allocation answered; null while it has not
 * @param scheduledOn when the course was planned: its places were first said then
 * @param confirmedOn when the provider last confirmed its places
 * @param confirmedBy which organisation did
 * @param stale whether its places were said more than seven days ago (§ 20(5) IntV: weekly)
 */
public record CourseView(
        UUID courseId,
        @JsonIgnore long number,
        @JsonIgnore long version,
        String providerId,
        CourseType courseType,
        CourseState state,
        List<Section> sections,
        List<WeeklyTime> times,
        List<Interruption> interruptions,
        Venue venue,
        @Nullable CourseExtent extent,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        List<String> helpLanguages,
        int places,
        int blocked,
        int planned,
        @Nullable Integer capacity,
        LocalDate scheduledOn,
        @Nullable LocalDate confirmedOn,
        @Nullable String confirmedBy,
        boolean stale,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable CancellationReason cancellation,
        @Nullable CourseContact contact) {}
