package de.kim.catalog.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The provider reports who came and who did not, by referral; once the course is under way, those
 * who enter at a later section.
 */
public record StartCourse(
        @TargetAggregateIdentifier UUID courseId,
        LocalDate startedOn,
        List<UUID> started,
        List<UUID> missing)
        implements CourseCommand {
    public StartCourse {
        started = List.copyOf(started);
        missing = List.copyOf(missing);
    }
}
