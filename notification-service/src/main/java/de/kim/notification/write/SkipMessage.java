package de.kim.notification.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Leave it: the person is told by another channel. */
public record SkipMessage(@TargetAggregateIdentifier UUID messageId) {}
