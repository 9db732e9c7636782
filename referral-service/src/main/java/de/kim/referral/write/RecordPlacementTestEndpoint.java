package de.kim.referral.write;

import de.kim.events.CourseType;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Vault;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The result of the placement test, or that none was needed. */
@RestController
class RecordPlacementTestEndpoint {
    private final CommandGateway commands;
    private final Vault vault;
    private final SeenVersion versions;

    RecordPlacementTestEndpoint(CommandGateway commands, Vault vault, SeenVersion versions) {
        this.commands = commands;
        this.vault = vault;
        this.versions = versions;
    }

    record RecordPlacementTestBody(
            LocalDate testedOn,
            CourseType recommendedType,
            int recommendedSection,
            boolean dispensable,
            @Valid Personal.@Nullable Background background) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/placement-test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recordPlacementTest(
            @PathVariable("id") UUID id,
            @Valid @RequestBody RecordPlacementTestBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(
                new RecordPlacementTest(
                        id,
                        actor.body(),
                        body.testedOn,
                        body.recommendedType,
                        body.recommendedSection,
                        body.dispensable));
        if (body.background != null) {
            vault.change(id, body.background);
        }
    }
}
