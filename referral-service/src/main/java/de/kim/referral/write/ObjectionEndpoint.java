package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person objects to a decision, and what became of it. */
@RestController
class ObjectionEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ObjectionEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record RaiseObjectionBody(ObjectionAbout about, LocalDate raisedOn) {}

    record DecideObjectionBody(ObjectionOutcome outcome, LocalDate decidedOn) {}

    record Raised(UUID objectionId) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/objections")
    @ResponseStatus(HttpStatus.CREATED)
    Raised raise(
            @PathVariable("id") UUID id,
            @Valid @RequestBody RaiseObjectionBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        UUID objectionId = UUID.randomUUID();
        commands.sendAndWait(
                new RaiseObjection(id, actor.body(), objectionId, body.about, body.raisedOn));
        return new Raised(objectionId);
    }

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/objections/{objectionId}/outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable("id") UUID id,
            @PathVariable("objectionId") UUID objectionId,
            @Valid @RequestBody DecideObjectionBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(
                new DecideObjection(id, actor.body(), objectionId, body.outcome, body.decidedOn));
    }
}
