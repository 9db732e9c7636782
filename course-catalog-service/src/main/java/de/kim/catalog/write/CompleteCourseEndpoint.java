package de.kim.catalog.write;

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

/** The course is over. */
@RestController
class CompleteCourseEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    CompleteCourseEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record CompleteCourseBody(LocalDate completedOn) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void completeCourse(
            @PathVariable("id") UUID id,
            @Valid @RequestBody CompleteCourseBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new CompleteCourse(id, body.completedOn));
    }
}
