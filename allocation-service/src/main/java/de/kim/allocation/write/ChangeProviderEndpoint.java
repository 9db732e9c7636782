package de.kim.allocation.write;

import de.kim.events.ProviderChangeReason;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes the provider before the course begins: the accepted place is given back and the person
 * waits again, in one step. 404 REFERRAL_NOT_FOUND, PLACE_NOT_FOUND; 409 COURSE_BEGUN.
 */
@RestController
class ChangeProviderEndpoint {
    private final CommandGateway commands;
    private final PlacementIndex placements;

    ChangeProviderEndpoint(CommandGateway commands, PlacementIndex placements) {
        this.commands = commands;
        this.placements = placements;
    }

    /** The lawful reason (§ 14 IntV). */
    record ProviderChange(ProviderChangeReason reason) {}

    /** The person waits again. */
    record WaitsAgain(UUID referralId) {}

    @Allow({Role.REFERRER, Role.COORDINATOR})
    @PostMapping("/api/waiting-list/{referralId}/provider-change")
    WaitsAgain answer(
            @PathVariable UUID referralId, @RequestBody @Valid ProviderChange body, Actor actor) {
        placements.mustBeOf(referralId, actor);
        commands.<@Nullable Object>sendAndWait(new ChangeProvider(referralId, body.reason()));
        return new WaitsAgain(referralId);
    }
}
