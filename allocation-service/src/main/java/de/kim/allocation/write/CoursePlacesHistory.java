package de.kim.allocation.write;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to the places of a course. */
public sealed interface CoursePlacesHistory extends AllocationHistory {
    UUID courseId();

    /** The capacity in force, and what the provider asked for. */
    record CapacitySet(UUID courseId, int placesAsked, int capacity)
            implements CoursePlacesHistory {}

    record PlaceHeld(UUID courseId, UUID offerId, UUID referralId) implements CoursePlacesHistory {}

    record PlaceTaken(UUID courseId, UUID offerId, UUID referralId)
            implements CoursePlacesHistory {}

    /** A held or a taken place is nobody's any more. */
    record PlaceFreed(UUID courseId, UUID offerId, UUID referralId, boolean wasTaken)
            implements CoursePlacesHistory {}

    /** What the provider said of the free places counts until then; the provider was warned. */
    record SoonStale(UUID courseId, LocalDate due) implements CoursePlacesHistory {}

    /** What the provider said of the free places counted until then (§ 20(5) IntV: weekly). */
    record Stale(UUID courseId, LocalDate due) implements CoursePlacesHistory {}

    /** The course takes nobody any more. */
    record Closed(UUID courseId) implements CoursePlacesHistory {}
}
