package de.kim.notification.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that the mail server took the message. */
public record RecordSending(@TargetAggregateIdentifier UUID messageId, Instant sentAt) {}
