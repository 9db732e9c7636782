package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
import de.kim.events.DeclineReason;
import java.time.Instant;
import java.util.UUID;

/** The person declines the offered place at {@code at}. */
public record DeclinePlace(
        UUID referralId, UUID offerId, AnsweredBy answeredBy, DeclineReason reason, Instant at) {}
