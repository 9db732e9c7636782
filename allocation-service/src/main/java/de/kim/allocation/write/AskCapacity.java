package de.kim.allocation.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider asks for so many places. */
public record AskCapacity(@TargetAggregateIdentifier UUID courseId, int places) {}
