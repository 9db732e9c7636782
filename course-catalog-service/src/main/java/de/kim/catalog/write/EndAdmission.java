package de.kim.catalog.write;

import de.kim.events.AdmissionEnd;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The admission ends before its time; {@code endedOn} is its last day. */
public record EndAdmission(
        @TargetAggregateIdentifier String providerId, LocalDate endedOn, AdmissionEnd reason) {}
