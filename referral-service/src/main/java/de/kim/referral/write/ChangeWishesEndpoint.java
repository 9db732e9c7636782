package de.kim.referral.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
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

/** The person's wishes, in their order; they replace the earlier ones. */
@RestController
class ChangeWishesEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    ChangeWishesEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record ChangeWishesBody(@Size(max = 50) List<@Valid WantedCourse> wishes, boolean onlyWishes) {}

    @Allow(Role.REFERRER)
    @PostMapping("/api/referrals/{id}/wishes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeWishes(
            @PathVariable("id") UUID id,
            @Valid @RequestBody ChangeWishesBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(
                new ChangeWishes(
                        id, actor.body(), WantedCourse.wishes(body.wishes), body.onlyWishes));
    }
}
