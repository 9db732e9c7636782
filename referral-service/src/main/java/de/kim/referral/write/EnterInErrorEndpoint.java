package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The referral should never have been entered. */
@RestController
class EnterInErrorEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;
    private final Succession succession;

    EnterInErrorEndpoint(CommandGateway commands, SeenVersion versions, Succession succession) {
        this.commands = commands;
        this.versions = versions;
        this.succession = succession;
    }

    record EnterInErrorBody() {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/entry-error")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enterInError(
            @PathVariable("id") UUID id,
            @Valid @RequestBody EnterInErrorBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new EnterInError(id, actor.body()));
        succession.after(id);
    }
}
