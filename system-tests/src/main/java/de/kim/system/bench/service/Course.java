package de.kim.system.bench.service;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** An aggregate whose decisions cost nothing, so that loading and appending is all there is. */
@Aggregate
public class Course {
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null until the first event: Axon asks for it
    private UUID course;

    private int places;

    @CommandHandler
    void decide(ChangePlaces command) {
        apply(new CourseHistory.Changed(command.course(), places + command.places()));
    }

    @EventSourcingHandler
    void evolve(CourseHistory event) {
        switch (event) {
            case CourseHistory.Changed changed -> {
                course = changed.course();
                places = changed.places();
            }
        }
    }
}
