package de.kim.allocation.write;

import java.util.UUID;

/** Whose offer it is. */
@FunctionalInterface
public interface OfferIndex {
    /**
     * The referral that an offer was made to.
     *
     * @throws de.kim.kit.refusal.Refused with OFFER_NOT_FOUND
     */
    UUID referralOf(UUID offerId);
}
