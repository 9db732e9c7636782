package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;

/** Ends an offer whose time is over at {@code at}. */
public record ExpireOffer(UUID referralId, UUID offerId, Instant at) {}
