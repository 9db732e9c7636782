package de.kim.system.bench;

import de.kim.system.bench.service.ChangePlaces;
import de.kim.system.bench.service.Course;
import de.kim.system.bench.service.CourseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An event store in a contest, ours or Axon's.
 *
 * @param table where its events are
 */
record EventSide(
        String name,
        String table,
        EventStorageEngine engine,
        TransactionTemplate transaction,
        CommandGateway commands) {

    /** Appends one event in a transaction of its own. */
    void append(UUID course, long sequence) {
        var event = event(course, sequence);
        transaction.executeWithoutResult(status -> engine.appendEvents(event));
    }

    /** Appends the first {@code events} events of each course. */
    void fill(List<UUID> courses, int events) {
        for (var course : courses) {
            var history = new ArrayList<DomainEventMessage<?>>(events);
            for (var sequence = 0; sequence < events; sequence++) {
                history.add(event(course, sequence));
            }
            transaction.executeWithoutResult(status -> engine.appendEvents(history));
        }
    }

    /** Loads a course and has it append one event. */
    void change(UUID course) {
        commands.sendAndWait(new ChangePlaces(course, 1));
    }

    /** One event of a course. */
    static DomainEventMessage<CourseHistory> event(UUID course, long sequence) {
        return new GenericDomainEventMessage<>(
                Course.class.getSimpleName(),
                course.toString(),
                sequence,
                new CourseHistory.Changed(course, 20));
    }
}
