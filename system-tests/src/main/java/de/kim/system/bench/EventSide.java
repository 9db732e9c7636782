package de.kim.system.bench;

import de.kim.system.bench.service.ChangePlaces;
import de.kim.system.bench.service.Course;
import de.kim.system.bench.service.CourseHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * An event store in a contest, ours or Axon's.
 *
 * @param table where its events are
 */
record EventSide(
        String name,
        String table,
        EventStorageEngine engine,
        TransactionManager transactions,
        CommandGateway commands) {

    /** Appends one event in a commit of its own. */
    void append(UUID course, long sequence) {
        append(List.of(event(course, sequence)));
    }

    /**
     * As services append: in a root unit of work with its transaction attached, when it is about to
     * commit.
     */
    void append(List<DomainEventMessage<?>> events) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>(name));
        unit.attachTransaction(transactions);
        unit.onPrepareCommit(preparing -> engine.appendEvents(events));
        unit.commit();
    }

    /** Appends the first {@code events} events of each course. */
    void fill(List<UUID> courses, int events) {
        for (var course : courses) {
            var history = new ArrayList<DomainEventMessage<?>>(events);
            for (var sequence = 0; sequence < events; sequence++) {
                history.add(event(course, sequence));
            }
            append(history);
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
