package de.kim.allocation.write;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The free places of a course have to be confirmed.
 *
 * @param due the last day on which what was said of them counts
 * @param over whether that day is past
 */
public record WatchPlaces(@TargetAggregateIdentifier UUID courseId, LocalDate due, boolean over) {}
