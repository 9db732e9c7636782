package de.kim.allocation.read;

import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers, oldest first. */
@RestController
class OffersEndpoint {
    private final Offers offers;

    OffersEndpoint(Offers offers) {
        this.offers = offers;
    }

    @GetMapping("/api/offers")
    Page<Offers.Offer> page(
            @RequestParam(required = false) Offers.@Nullable State state, PageQuery query) {
        return Page.of(offers.page(state, query), query, Offers::cursorAfter);
    }

    @GetMapping("/api/offers/{offerId}")
    Offers.Offer one(@PathVariable UUID offerId) {
        return offers.one(offerId);
    }
}
