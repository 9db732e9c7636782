package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
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

/** Accepts an offer; 404 OFFER_NOT_FOUND, 409 OFFER_NOT_LIVE. Accepting twice is accepting once. */
@RestController
class AcceptPlaceEndpoint {
    private final CommandGateway commands;
    private final OfferIndex offers;
    private final Clock clock;

    AcceptPlaceEndpoint(CommandGateway commands, OfferIndex offers, Clock clock) {
        this.commands = commands;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param keepsWaiting stays in the queue for a wish ranked higher; false when not said
     */
    record Acceptance(AnsweredBy answeredBy, @Nullable Boolean keepsWaiting) {}

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.SYSTEM})
    @PostMapping("/api/offers/{offerId}/acceptance")
    OfferAnswered answer(
            @PathVariable UUID offerId, @RequestBody @Valid Acceptance body, Actor actor) {
        UUID referralId = offers.referralOf(offerId, actor);
        commands.<@Nullable Object>sendAndWait(
                new AcceptPlace(
                        referralId,
                        offerId,
                        body.answeredBy(),
                        Boolean.TRUE.equals(body.keepsWaiting()),
                        clock.instant()));
        return new OfferAnswered(offerId, referralId, "ACCEPTED");
    }
}
