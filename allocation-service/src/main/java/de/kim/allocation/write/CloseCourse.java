package de.kim.allocation.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes nobody into the course any more; places held and taken stay. */
public record CloseCourse(@TargetAggregateIdentifier UUID courseId) {}
