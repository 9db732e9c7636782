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

/** The person consents. */
@RestController
class GiveConsentEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    GiveConsentEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record GiveConsentBody(ConsentPurpose purpose) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveConsent(
            @PathVariable("id") UUID id,
            @Valid @RequestBody GiveConsentBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new GiveConsent(id, actor.body(), body.purpose));
    }
}
