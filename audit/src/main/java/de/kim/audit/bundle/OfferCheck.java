package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PublicEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** That nobody ever has two live offers, and that only a live one is answered or ends. */
final class OfferCheck {
    private final Findings findings = new Findings("offers");
    private final Map<UUID, UUID> live = new HashMap<>();
    private long offers;

    void take(PublicEvent event) {
        switch (event) {
            case PlaceOffered e -> {
                offers++;
                if (live.putIfAbsent(e.referralId(), e.offerId()) != null) {
                    findings.violated(
                            "%s got offer %s beside a live one"
                                    .formatted(e.referralId(), e.offerId()));
                }
            }
            case PlaceAccepted e -> ends(e.referralId(), e.offerId());
            case PlaceDeclined e -> ends(e.referralId(), e.offerId());
            case OfferExpired e -> ends(e.referralId(), e.offerId());
            case OfferWithdrawn e -> ends(e.referralId(), e.offerId());
            default -> {}
        }
    }

    private void ends(UUID referralId, UUID offerId) {
        if (!live.remove(referralId, offerId)) {
            findings.violated(
                    "offer %s of %s ended without being live".formatted(offerId, referralId));
        }
    }

    Property verdict() {
        return findings.verdict("%d offers, never two live ones of one person".formatted(offers));
    }
}
