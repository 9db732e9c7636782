package de.kim.catalog.write;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseType;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.DryRun;
import de.kim.kit.web.input.PlainText;
import de.kim.kit.web.input.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A provider is admitted, for the first time or again. */
@RestController
class AdmitProviderEndpoint {
    /** Land, Regierungsbezirk, Kreis or Gemeinde: two, three, five or eight digits of the key. */
    private static final String AREA = "\\d{2,3}|\\d{5}|\\d{8}";

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
            LocalDate until,
            @Nullable Boolean online,
            @Nullable @Size(max = 100) List<@Pattern(regexp = AREA) String> area) {}

    record Admitted(String providerId) {}

    @Allow(Role.COORDINATOR)
    @DryRun
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
                        body.until,
                        body.online,
                        body.area));
        return ResponseEntity.created(URI.create("/api/providers"))
                .body(new Admitted(body.providerId));
    }
}
