package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The person is erased, with every referral that is known to be theirs; when this is answered, the
 * keys are destroyed.
 */
@RestController
class ErasePersonEndpoint {
    private final CommandGateway commands;
    private final Vault vault;
    private final SeenVersion versions;

    ErasePersonEndpoint(CommandGateway commands, Vault vault, SeenVersion versions) {
        this.commands = commands;
        this.vault = vault;
        this.versions = versions;
    }

    record ErasePersonBody() {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erasePerson(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ErasePersonBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new ErasePerson(id, actor.body()));
        for (UUID linked : vault.linkedWith(id)) {
            commands.sendAndWait(new ErasePerson(linked, null));
        }
    }
}
