package de.kim.audit.fold;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The offers that a referral got.
 *
 * @param made how many
 * @param firstAt when the first one was made
 * @param open the one that is held now
 */
public record Offers(
        int made,
        @Nullable Instant firstAt,
        @Nullable OpenOffer open,
        int declined,
        int expired,
        int withdrawn) {
    static final Offers NONE = new Offers(0, null, null, 0, 0, 0);

    /** A place that is held for the person. */
    public record OpenOffer(UUID offerId, UUID courseId) {}

    Offers offered(OpenOffer offer, Instant at) {
        return new Offers(
                made + 1, firstAt == null ? at : firstAt, offer, declined, expired, withdrawn);
    }

    Offers accepted(UUID offerId) {
        return new Offers(made, firstAt, without(offerId), declined, expired, withdrawn);
    }

    Offers declined(UUID offerId) {
        return new Offers(made, firstAt, without(offerId), declined + 1, expired, withdrawn);
    }

    Offers expired(UUID offerId) {
        return new Offers(made, firstAt, without(offerId), declined, expired + 1, withdrawn);
    }

    Offers withdrawn(UUID offerId) {
        return new Offers(made, firstAt, without(offerId), declined, expired, withdrawn + 1);
    }

    private @Nullable OpenOffer without(UUID offerId) {
        return open != null && open.offerId().equals(offerId) ? null : open;
    }
}
