package de.kim.notification.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that a mail server could not deliver the mail that it had taken. */
public record RecordBounce(@TargetAggregateIdentifier UUID messageId) {}
