package de.kim.referral.write;

import de.kim.events.ConsentPurpose;
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

/** The person takes a consent back. */
@RestController
class RevokeConsentEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;
    private final Succession succession;

    RevokeConsentEndpoint(CommandGateway commands, SeenVersion versions, Succession succession) {
        this.commands = commands;
        this.versions = versions;
        this.succession = succession;
    }

    record RevokeConsentBody(ConsentPurpose purpose) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/consent-revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeConsent(
            @PathVariable("id") UUID id,
            @Valid @RequestBody RevokeConsentBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        boolean ended = commands.sendAndWait(new RevokeConsent(id, actor.body(), body.purpose));
        if (ended) {
            succession.after(id);
        }
    }
}
