package de.kim.allocation.read;

import de.kim.events.CourseType;
import de.kim.events.Outcome;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a referral stands.
 *
 * @param position from 1 among all who wait, by registration; null when not waiting
 * @param waitingDays whole days since registration
 * @param state WAITING, KEEPS_WAITING (has a place and waits for a better one), OFFERED, PLACED,
 *     BEGUN or ENDED
 * @param inNextRound false while something is missing, such as the profile
 * @param offerId the open offer
 * @param courseId the course of the accepted place
 */
public record WaitingList(
        UUID referralId,
        @Nullable Integer position,
        LocalDate registeredOn,
        long waitingDays,
        LocalDate queuedOn,
        CourseType recommendedType,
        int recommendedSection,
        String state,
        boolean inNextRound,
        @Nullable Outcome lastOutcome,
        @Nullable UUID offerId,
        @Nullable UUID courseId) {}
