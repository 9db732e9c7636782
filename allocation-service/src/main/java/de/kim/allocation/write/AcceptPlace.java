package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
import java.time.Instant;
import java.util.UUID;

/** The person takes the offered place at {@code at}. */
public record AcceptPlace(
        UUID referralId, UUID offerId, AnsweredBy answeredBy, boolean keepsWaiting, Instant at) {}
