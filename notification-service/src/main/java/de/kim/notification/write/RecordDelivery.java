package de.kim.notification.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that the network put the SMS onto the telephone; nobody need have read it. */
public record RecordDelivery(@TargetAggregateIdentifier UUID messageId, Instant deliveredAt) {}
