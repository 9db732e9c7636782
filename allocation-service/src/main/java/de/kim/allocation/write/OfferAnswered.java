package de.kim.allocation.write;

import java.util.UUID;

/** The answer as it stands now. */
public record OfferAnswered(UUID offerId, UUID referralId, String state) {}
