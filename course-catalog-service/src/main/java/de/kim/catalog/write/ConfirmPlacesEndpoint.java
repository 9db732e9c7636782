package de.kim.catalog.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The provider confirms its places, weekly. */
@RestController
class ConfirmPlacesEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ConfirmPlacesEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record ConfirmPlacesBody(
            @Min(0) @Max(1000) int places, @Nullable @Min(0) @Max(1000) Integer blocked) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/places-confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmPlaces(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ConfirmPlacesBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new ConfirmPlaces(id, body.places, body.blocked, actor.body()));
    }
}
