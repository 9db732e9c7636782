package de.kim.catalog.write;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.PlainText;
import de.kim.kit.web.input.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A provider is admitted, for the first time or again. */
@RestController
class AdmitProviderEndpoint {
    private final CommandGateway commands;

    AdmitProviderEndpoint(CommandGateway commands) {
        this.commands = commands;
    }

    record AdmitProviderBody(
            @Slug String providerId,
            @PlainText(max = 200) String name,
            @NotEmpty @Size(max = 20) List<CourseType> courseTypes,
            AdmissionKind kind,
            LocalDate from,
            LocalDate until) {}

    record Admitted(String providerId) {}

    @PostMapping("/api/providers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Admitted> admitProvider(
            @Valid @RequestBody AdmitProviderBody body, Actor actor) {
        commands.sendAndWait(
                new AdmitProvider(
                        body.providerId,
                        body.name,
                        body.courseTypes,
                        body.kind,
                        body.from,
                        body.until));
        return ResponseEntity.created(URI.create("/api/providers"))
                .body(new Admitted(body.providerId));
    }
}
