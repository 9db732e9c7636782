package de.kim.allocation.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a round after its last offer. */
public record CloseRound(@TargetAggregateIdentifier UUID roundId, int offered) {}
