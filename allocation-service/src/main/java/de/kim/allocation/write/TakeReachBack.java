package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A message did not arrive that had counted as arrived; what else was proven stands. */
public record TakeReachBack(
        @TargetAggregateIdentifier UUID referralId, UUID offerId, UUID messageId, Instant at) {}
