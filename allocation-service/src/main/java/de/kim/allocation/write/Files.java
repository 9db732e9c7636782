package de.kim.allocation.write;

import de.kim.kit.refusal.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;

/**
 * Opens courses and placements in the one order of locks: courses before people, each by id. Which
 * courses are needed is read off the placement before it is locked; when it has moved on since, the
 * unit of work starts again.
 */
public class Files {
    private static final String OPENED = Files.class.getName();

    private final Repository<CoursePlaces> courses;
    private final Repository<Placement> placements;
    private final EventStore store;

    public Files(
            Repository<CoursePlaces> courses, Repository<Placement> placements, EventStore store) {
        this.courses = courses;
        this.placements = placements;
        this.store = store;
    }

    OpenFiles open(UUID referralId, Function<Placement, Stream<UUID>> needs) {
        Aggregate<Placement> opened = opened().get(referralId);
        if (opened != null) {
            return new OpenFiles(opened, courses(opened.invoke(needs)));
        }
        Placement seen = new Placement();
        DomainEventStream history = store.readEvents(referralId.toString());
        long last = -1;
        while (history.hasNext()) {
            var event = history.next();
            last = event.getSequenceNumber();
            seen.evolve((PlacementHistory) event.getPayload());
        }
        if (last < 0) {
            throw new Refused(AllocationRefusal.REFERRAL_NOT_FOUND);
        }
        Map<UUID, Aggregate<CoursePlaces>> needed = courses(needs.apply(seen));
        Aggregate<Placement> placement = placement(referralId);
        if (placement.version() != last) {
            throw new ConcurrencyException("the placement moved on while it was looked at");
        }
        return new OpenFiles(placement, needed);
    }

    Aggregate<Placement> placement(UUID referralId) {
        try {
            Aggregate<Placement> placement = placements.load(referralId.toString());
            opened().put(referralId, placement);
            return placement;
        } catch (AggregateNotFoundException e) {
            throw new Refused(AllocationRefusal.REFERRAL_NOT_FOUND);
        }
    }

    Aggregate<CoursePlaces> course(UUID courseId) {
        try {
            return courses.load(courseId.toString());
        } catch (AggregateNotFoundException e) {
            throw new Refused(AllocationRefusal.COURSE_NOT_FOUND);
        }
    }

    private Map<UUID, Aggregate<CoursePlaces>> courses(Stream<UUID> ids) {
        Map<UUID, Aggregate<CoursePlaces>> opened = new TreeMap<>();
        ids.collect(TreeSet<UUID>::new, TreeSet::add, TreeSet::addAll)
                .forEach(id -> opened.put(id, course(id)));
        return opened;
    }

    /** What this unit of work has locked already: its newest events are not in the store yet. */
    private static Map<UUID, Aggregate<Placement>> opened() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(OPENED, key -> new HashMap<>());
    }
}
