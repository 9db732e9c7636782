package de.kim.notification.write;

import de.kim.events.DeliveryFailure;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record that the message cannot be sent, for good. */
public record RecordFailure(@TargetAggregateIdentifier UUID messageId, DeliveryFailure cause) {}
