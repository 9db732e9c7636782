package de.kim.allocation.write;

import de.kim.events.ProviderChangeReason;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes the provider: the accepted place is given back and the person waits again, in one step.
 * Who sits in the course already goes on elsewhere, with the section that is named. 404
 * REFERRAL_NOT_FOUND, PLACE_NOT_FOUND; 409 COURSE_BEGUN when none is.
 */
@RestController
class ChangeProviderEndpoint {
    private final CommandGateway commands;
    private final PlacementIndex placements;

    ChangeProviderEndpoint(CommandGateway commands, PlacementIndex placements) {
        this.commands = commands;
        this.placements = placements;
    }

    /**
     * The lawful reason (§ 14 IntV).
     *
     * @param nextSection with which the person goes on, from 1; only when they sit in the course
     */
    record ProviderChange(
            ProviderChangeReason reason,
            @Nullable @Min(1) @Max(MOST_SECTIONS) Integer nextSection) {
        /** Nine sections of language and one of orientation. */
        private static final int MOST_SECTIONS = 10;
    }

    /** The person waits again. */
    record WaitsAgain(UUID referralId) {}

    @Allow({Role.REFERRER, Role.COORDINATOR})
    @PostMapping("/api/waiting-list/{referralId}/provider-change")
    WaitsAgain answer(
            @PathVariable UUID referralId, @RequestBody @Valid ProviderChange body, Actor actor) {
        placements.mustBeOf(referralId, actor);
        commands.<@Nullable Object>sendAndWait(
                new ChangeProvider(referralId, body.reason(), body.nextSection()));
        return new WaitsAgain(referralId);
    }
}
