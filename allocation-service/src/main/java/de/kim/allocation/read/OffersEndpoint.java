package de.kim.allocation.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers, oldest first: a referrer's own people, a provider's own courses. */
@RestController
class OffersEndpoint {
    private final Offers offers;

    OffersEndpoint(Offers offers) {
        this.offers = offers;
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/offers")
    Page<Offers.Offer> page(
            @RequestParam(required = false) Offers.@Nullable State state,
            PageQuery query,
            Actor actor) {
        return Page.of(offers.page(state, query, actor), query, Offers::cursorAfter);
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/offers/{offerId}")
    Offers.Offer one(@PathVariable UUID offerId, Actor actor) {
        return offers.one(offerId, actor);
    }
}
