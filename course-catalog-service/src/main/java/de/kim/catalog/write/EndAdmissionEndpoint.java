package de.kim.catalog.write;

import de.kim.events.AdmissionEnd;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The admission ends before its time. */
@RestController
class EndAdmissionEndpoint {
    private final CommandGateway commands;

    EndAdmissionEndpoint(CommandGateway commands) {
        this.commands = commands;
    }

    record EndAdmissionBody(LocalDate endedOn, AdmissionEnd reason) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/providers/{id}/admission-end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAdmission(
            @PathVariable("id") String id, @Valid @RequestBody EndAdmissionBody body, Actor actor) {
        commands.sendAndWait(new EndAdmission(id, body.endedOn, body.reason));
    }
}
