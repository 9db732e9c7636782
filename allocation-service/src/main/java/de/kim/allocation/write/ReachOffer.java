package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** There is proof that the offer reached the person. */
public record ReachOffer(
        @TargetAggregateIdentifier UUID referralId, UUID offerId, Instant reachedAt) {}
