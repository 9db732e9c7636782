package de.kim.audit.fold;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A place that was given out of turn: one row.
 *
 * @param eventId of the event that says so
 * @param condition the code of the stated condition
 * @param secondBody the body that approved it
 * @param displaced how many have another result because of it
 */
public record ReportOverride(
        UUID eventId,
        LocalDate grantedOn,
        UUID courseId,
        String condition,
        String secondBody,
        int displaced) {}
