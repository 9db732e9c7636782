package de.kim.notification.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that the post brought the letter back. */
public record RecordReturn(@TargetAggregateIdentifier UUID messageId) {}
