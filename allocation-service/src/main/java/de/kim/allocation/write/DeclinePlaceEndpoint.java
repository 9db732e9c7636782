package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
import de.kim.events.DeclineReason;
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
 * Declines an offer; 404 OFFER_NOT_FOUND, 409 OFFER_NOT_LIVE. The place is offered on within
 * seconds.
 */
@RestController
class DeclinePlaceEndpoint {
    private final CommandGateway commands;
    private final OfferIndex offers;
    private final Clock clock;

    DeclinePlaceEndpoint(CommandGateway commands, OfferIndex offers, Clock clock) {
        this.commands = commands;
        this.offers = offers;
        this.clock = clock;
    }

    /** The answer, with its coded reason. */
    record Decline(AnsweredBy answeredBy, DeclineReason reason) {}

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.SYSTEM})
    @PostMapping("/api/offers/{offerId}/decline")
    OfferAnswered answer(
            @PathVariable UUID offerId, @RequestBody @Valid Decline body, Actor actor) {
        UUID referralId = offers.referralOf(offerId, actor);
        commands.<@Nullable Object>sendAndWait(
                new DeclinePlace(
                        referralId, offerId, body.answeredBy(), body.reason(), clock.instant()));
        return new OfferAnswered(offerId, referralId, "DECLINED");
    }
}
