package de.kim.allocation.write;

import de.kim.events.Rulebook;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Publishes rules at {@code at} that take effect at {@code effectiveFrom}. */
public record PublishRulebook(
        @TargetAggregateIdentifier String subject,
        Rulebook rulebook,
        Instant effectiveFrom,
        String reason,
        String approvedBy,
        Instant at) {}
