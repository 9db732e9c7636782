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

/** The person still wants a place: says the referring body, or the person on their own page. */
@RestController
class ConfirmInterestEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ConfirmInterestEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record ConfirmInterestBody() {}

    @Allow({Role.REFERRER, Role.SYSTEM})
    @PostMapping("/api/referrals/{id}/interest-confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmInterest(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ConfirmInterestBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        boolean person = actor.roles().contains(Role.SYSTEM);
        commands.sendAndWait(new ConfirmInterest(id, person ? null : actor.body()));
    }
}
