package de.kim.catalog.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who came and who did not. */
@RestController
class StartCourseEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    StartCourseEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record StartCourseBody(
            LocalDate startedOn,
            @Size(max = 200) List<UUID> started,
            @Size(max = 200) List<UUID> missing) {}

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startCourse(
            @PathVariable("id") UUID id,
            @Valid @RequestBody StartCourseBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(new StartCourse(id, body.startedOn, body.started, body.missing));
    }
}
