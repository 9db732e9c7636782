package de.kim.notification.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The person asks for help on the page behind the link. */
public record AskForHelp(@TargetAggregateIdentifier UUID messageId, Instant askedAt) {}
