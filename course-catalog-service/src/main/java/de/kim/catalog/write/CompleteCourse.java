package de.kim.catalog.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The course is over. */
public record CompleteCourse(@TargetAggregateIdentifier UUID courseId, LocalDate completedOn)
        implements CourseCommand {}
