package de.kim.catalog.write;

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

/** What happened to a course. What is null was stored before it could be said. */
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
            int places,
            @Nullable List<Interruption> interruptions,
            @Nullable CourseExtent extent,
            @Nullable List<String> helpLanguages,
            @Nullable Integer blocked,
            @Nullable LocalDate scheduledOn)
            implements CourseHistory {
        public Scheduled {
            sections = List.copyOf(sections);
            times = List.copyOf(times);
            interruptions = interruptions == null ? null : List.copyOf(interruptions);
            helpLanguages = helpLanguages == null ? null : List.copyOf(helpLanguages);
        }

        public CoursePlan plan() {
            return new CoursePlan(
                    sections, times, venue, interruptions == null ? List.of() : interruptions);
        }

        public CourseTerms terms() {
            return new CourseTerms(extent, childcare, womenOnly, online);
        }

        public Places allPlaces() {
            return new Places(places, blocked == null ? 0 : blocked);
        }
    }

    /** See {@link de.kim.events.CourseRescheduled}. */
    record Rescheduled(
            UUID courseId,
            List<Section> sections,
            List<WeeklyTime> times,
            Venue venue,
            @Nullable List<Interruption> interruptions,
            @Nullable CourseExtent extent,
            @Nullable Boolean childcare,
            @Nullable Boolean womenOnly,
            @Nullable Boolean online)
            implements CourseHistory {
        public Rescheduled {
            sections = List.copyOf(sections);
            times = List.copyOf(times);
            interruptions = interruptions == null ? null : List.copyOf(interruptions);
        }

        public CoursePlan plan() {
            return new CoursePlan(
                    sections, times, venue, interruptions == null ? List.of() : interruptions);
        }

        public ChangedTerms terms() {
            return new ChangedTerms(extent, childcare, womenOnly, online);
        }
    }

    record HelpLanguagesChanged(UUID courseId, List<String> helpLanguages)
            implements CourseHistory {
        public HelpLanguagesChanged {
            helpLanguages = List.copyOf(helpLanguages);
        }
    }

    record PlacesChanged(UUID courseId, int places, @Nullable Integer blocked)
            implements CourseHistory {}

    record PlacesConfirmed(
            UUID courseId,
            int places,
            LocalDate confirmedOn,
            @Nullable Integer blocked,
            @Nullable String confirmedBy)
            implements CourseHistory {}

    record Started(UUID courseId, LocalDate startedOn, int present) implements CourseHistory {}

    record ParticipantStarted(UUID courseId, UUID referralId, LocalDate startedOn)
            implements CourseHistory {}

    record ParticipantMissing(UUID courseId, UUID referralId, LocalDate missedOn)
            implements CourseHistory {}

    record Cancelled(UUID courseId, CancellationReason reason) implements CourseHistory {}

    record Completed(UUID courseId, LocalDate completedOn) implements CourseHistory {}
}
