package de.kim.allocation.write;

import de.kim.events.ClockKind;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A clock will be breached soon. */
public record WarnOfClock(
        @TargetAggregateIdentifier UUID referralId, ClockKind clock, LocalDate due) {}
