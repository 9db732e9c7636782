package de.kim.audit.fold;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who changed the provider: one row.
 *
 * @param eventId of the event that says so
 * @param toCourseId null when the next place was still to be found
 */
public record ReportPassing(
        UUID eventId, LocalDate passedOn, UUID fromCourseId, @Nullable UUID toCourseId) {}
