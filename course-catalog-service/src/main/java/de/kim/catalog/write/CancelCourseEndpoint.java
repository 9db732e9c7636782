package de.kim.catalog.write;

import de.kim.events.CancellationReason;
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

/** The course does not take place. */
@RestController
class CancelCourseEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    CancelCourseEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record CancelCourseBody(CancellationReason reason) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelCourse(
            @PathVariable("id") UUID id,
            @Valid @RequestBody CancelCourseBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new CancelCourse(id, body.reason));
    }
}
