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

/** The provider asks for another number of places. */
@RestController
class ChangePlacesEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ChangePlacesEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record ChangePlacesBody(
            @Min(0) @Max(1000) int places, @Nullable @Min(0) @Max(1000) Integer blocked) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/places")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePlaces(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ChangePlacesBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new ChangePlaces(id, body.places, body.blocked));
    }
}
