package de.kim.catalog.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.catalog.write.CourseState;
import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course as everybody may see it.
 *
 * @param number its place in the list, growing
 * @param version counts the events of the course; its ETag
 * @param places the places asked for by the provider
 * @param capacity the capacity in force, as allocation answered; null while it has not
 * @param confirmedOn when the provider last confirmed its places; stale after seven days
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
        Venue venue,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        int places,
        @Nullable Integer capacity,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        @Nullable CancellationReason cancellation) {}
