package de.kim.kit.door.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.kit.door.DoorRefusal;
import de.kim.kit.refusal.Refused;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Something that things happen to. */
@Aggregate
public class Course {
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // null until the first event: Axon asks for it
    private UUID course;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CourseCommand.Change command) {
        apply(new CourseHistory.Changed(command.course(), command.places()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CourseCommand.Describe command) {
        apply(new CourseHistory.Described(command.course()));
    }

    @CommandHandler
    void decide(CourseCommand.Note command) {
        apply(new CourseHistory.Noted(command.course()));
    }

    @CommandHandler
    void decide(CourseCommand.ChangeAndRefuse command) {
        apply(new CourseHistory.Changed(command.course(), -1));
        throw new Refused(DoorRefusal.DEAD_LETTER_NOT_FOUND);
    }

    @EventSourcingHandler
    void evolve(CourseHistory event) {
        course =
                switch (event) {
                    case CourseHistory.Changed changed -> changed.course();
                    case CourseHistory.Described described -> described.course();
                    case CourseHistory.Noted noted -> noted.course();
                };
    }
}
