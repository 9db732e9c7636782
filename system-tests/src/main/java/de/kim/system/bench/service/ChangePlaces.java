package de.kim.system.bench.service;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks a {@link Course} for one event. */
public record ChangePlaces(@TargetAggregateIdentifier UUID course, int places) {}
