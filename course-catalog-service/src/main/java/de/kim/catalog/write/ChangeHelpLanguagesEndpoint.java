package de.kim.catalog.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** In which languages the teacher can help. */
@RestController
class ChangeHelpLanguagesEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ChangeHelpLanguagesEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record ChangeHelpLanguagesBody(
            @Size(max = 20) List<@Pattern(regexp = "[a-z]{2}") String> helpLanguages) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/help-languages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeHelpLanguages(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ChangeHelpLanguagesBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new ChangeHelpLanguages(id, body.helpLanguages));
    }
}
