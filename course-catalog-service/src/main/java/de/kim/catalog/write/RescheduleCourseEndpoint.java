package de.kim.catalog.write;

import de.kim.events.CourseExtent;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other dates, times or another venue. */
@RestController
class RescheduleCourseEndpoint {
    private final CommandGateway commands;
    private final SeenVersion versions;

    RescheduleCourseEndpoint(CommandGateway commands, SeenVersion versions) {
        this.commands = commands;
        this.versions = versions;
    }

    record RescheduleCourseBody(
            @Size(max = 20) List<Section> sections,
            @Size(max = 50) List<WeeklyTime> times,
            Venue venue,
            @Nullable @Size(max = 50) List<Interruption> interruptions,
            @Nullable CourseExtent extent,
            @Nullable Boolean childcare,
            @Nullable Boolean womenOnly,
            @Nullable Boolean online) {

        /** A plan is whole: no interruptions said, none there. */
        private RescheduleCourse command(UUID courseId) {
            return new RescheduleCourse(
                    courseId,
                    new CoursePlan(
                            sections,
                            times,
                            venue,
                            interruptions == null ? List.of() : interruptions),
                    new ChangedTerms(extent, childcare, womenOnly, online));
        }
    }

    @Allow(Role.PROVIDER)
    @PostMapping("/api/courses/{id}/reschedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rescheduleCourse(
            @PathVariable("id") UUID id,
            @Valid @RequestBody RescheduleCourseBody body,
            Actor actor,
            IfMatch seen) {
        versions.check(id, actor, seen);
        commands.sendAndWait(body.command(id));
    }
}
