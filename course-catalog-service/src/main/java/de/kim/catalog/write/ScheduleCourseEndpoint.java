package de.kim.catalog.write;

import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.DryRun;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.input.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A provider plans a course. */
@RestController
class ScheduleCourseEndpoint {
    private final CommandGateway commands;

    ScheduleCourseEndpoint(CommandGateway commands) {
        this.commands = commands;
    }

    record ScheduleCourseBody(
            @Slug String providerId,
            CourseType courseType,
            @Size(max = 20) List<Section> sections,
            @Size(max = 50) List<WeeklyTime> times,
            Venue venue,
            boolean childcare,
            boolean womenOnly,
            boolean online,
            @Min(1) @Max(1000) int places,
            @Nullable @Size(max = 50) List<Interruption> interruptions,
            @Nullable CourseExtent extent,
            @Nullable @Size(max = 20) List<@Pattern(regexp = "[a-z]{2}") String> helpLanguages,
            @Nullable @Min(0) @Max(1000) Integer blocked) {

        private ScheduleCourse command(UUID courseId) {
            return new ScheduleCourse(
                    courseId,
                    providerId,
                    courseType,
                    new CoursePlan(
                            sections,
                            times,
                            venue,
                            interruptions == null ? List.of() : interruptions),
                    new CourseTerms(extent, childcare, womenOnly, online),
                    helpLanguages == null ? List.of() : helpLanguages,
                    new Places(places, blocked == null ? 0 : blocked));
        }
    }

    record Scheduled(UUID courseId) {}

    @Allow(Role.PROVIDER)
    @DryRun
    @PostMapping("/api/courses")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Scheduled> scheduleCourse(
            @Valid @RequestBody ScheduleCourseBody body, Actor actor) {
        if (!body.providerId.equals(actor.body())) {
            throw new Refused(CatalogRefusal.PROVIDER_NOT_FOUND);
        }
        UUID courseId = UUID.randomUUID();
        commands.sendAndWait(body.command(courseId));
        return ResponseEntity.created(URI.create("/api/courses/" + courseId))
                .eTag(IfMatch.etag(0))
                .body(new Scheduled(courseId));
    }
}
