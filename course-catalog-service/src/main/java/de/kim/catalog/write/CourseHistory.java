package de.kim.catalog.write;

import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happened to a course. */
public sealed interface CourseHistory extends CatalogHistory {
    UUID courseId();

    /** See {@link de.kim.events.CourseScheduled}. */
    record Scheduled(
            UUID courseId,
            String providerId,
            CourseType courseType,
            List<Section> sections,
            List<WeeklyTime> times,
            Venue venue,
            boolean childcare,
            boolean womenOnly,
            boolean online,
            int places)
            implements CourseHistory {
        public Scheduled {
            sections = List.copyOf(sections);
            times = List.copyOf(times);
        }
    }

    record Rescheduled(UUID courseId, List<Section> sections, List<WeeklyTime> times, Venue venue)
            implements CourseHistory {
        public Rescheduled {
            sections = List.copyOf(sections);
            times = List.copyOf(times);
        }
    }

    record PlacesChanged(UUID courseId, int places) implements CourseHistory {}

    record PlacesConfirmed(UUID courseId, int places, LocalDate confirmedOn)
            implements CourseHistory {}

    record Started(UUID courseId, LocalDate startedOn, int present) implements CourseHistory {}

    record ParticipantStarted(UUID courseId, UUID referralId, LocalDate startedOn)
            implements CourseHistory {}

    record ParticipantMissing(UUID courseId, UUID referralId, LocalDate missedOn)
            implements CourseHistory {}

    record Cancelled(UUID courseId, CancellationReason reason) implements CourseHistory {}

    record Completed(UUID courseId, LocalDate completedOn) implements CourseHistory {}
}
