package de.kim.allocation.read;

import de.kim.events.ClockKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs for somebody.
 *
 * @param due its last day
 * @param offerId the offer whose time to answer it is
 * @param courseId the course of that offer, or of the place that the person has
 * @param alternativeCourseId another course that was named when it was warned of or breached
 * @param german what it means, to read aloud
 */
public record ClockShown(
        ClockKind kind,
        ClocksRunning.State state,
        UUID referralId,
        LocalDate due,
        @Nullable UUID offerId,
        @Nullable UUID courseId,
        @Nullable UUID alternativeCourseId,
        String german,
        String english) {}
