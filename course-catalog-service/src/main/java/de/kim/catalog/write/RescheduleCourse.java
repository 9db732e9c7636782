package de.kim.catalog.write;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Dates, times, venue or terms change before the course begins. */
public record RescheduleCourse(
        @TargetAggregateIdentifier UUID courseId, CoursePlan plan, ChangedTerms terms)
        implements CourseCommand {}
