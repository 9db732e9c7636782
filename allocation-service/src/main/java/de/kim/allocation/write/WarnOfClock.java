package de.kim.allocation.write;

import de.kim.events.ClockKind;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A clock will be breached soon.
 *
 * @param offerId the offer whose time to answer it is
 * @param alternativeCourseId another course that the person could choose
 */
public record WarnOfClock(
        @TargetAggregateIdentifier UUID referralId,
        ClockKind clock,
        LocalDate due,
        @Nullable UUID offerId,
        @Nullable UUID alternativeCourseId) {}
