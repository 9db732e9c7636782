package de.kim.notification.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that wrong birth dates locked the person's links. */
public record RecordLock(@TargetAggregateIdentifier UUID messageId, Instant until) {}
