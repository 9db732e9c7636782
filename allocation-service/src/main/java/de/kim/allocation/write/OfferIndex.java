package de.kim.allocation.write;

import de.kim.kit.web.Actor;
import java.util.UUID;

/** Whose offer it is. */
@FunctionalInterface
public interface OfferIndex {
    /**
     * The referral that an offer was made to.
     *
     * @param actor another referrer's offer is not there
     * @throws de.kim.kit.refusal.Refused with OFFER_NOT_FOUND
     */
    UUID referralOf(UUID offerId, Actor actor);
}
