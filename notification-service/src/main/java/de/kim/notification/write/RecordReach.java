package de.kim.notification.write;

import de.kim.events.ReachProof;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record a proof that the message reached the person. */
public record RecordReach(
        @TargetAggregateIdentifier UUID messageId, ReachProof proof, Instant reachedAt) {}
