package de.kim.allocation.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Somebody told the person of the offer: its period begins now. 404 OFFER_NOT_FOUND, 409
 * OFFER_NOT_LIVE.
 */
@RestController
class ReachOfferEndpoint {
    private final CommandGateway commands;
    private final OfferIndex offers;
    private final Clock clock;

    ReachOfferEndpoint(CommandGateway commands, OfferIndex offers, Clock clock) {
        this.commands = commands;
        this.offers = offers;
        this.clock = clock;
    }

    /** Nothing to say but that it happened. */
    record ToldInPerson() {}

    @Allow({Role.REFERRER, Role.COORDINATOR})
    @PostMapping("/api/offers/{offerId}/reached")
    OfferAnswered answer(
            @PathVariable UUID offerId, @RequestBody @Valid ToldInPerson body, Actor actor) {
        UUID referralId = offers.referralOf(offerId, actor);
        commands.<@Nullable Object>sendAndWait(
                new ReachOffer(referralId, offerId, clock.instant()));
        return new OfferAnswered(offerId, referralId, "OPEN");
    }
}
