package de.kim.kit.store;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Loads an aggregate with one query: of all its events when it is cold, of those it has not seen
 * when it is hot. The second query is what keeps several instances of a service right: a decision
 * on yesterday's state could refuse what is allowed, and a refusal appends nothing that would
 * conflict.
 *
 * @param <T> the aggregate's class
 */
public final class HotAggregateRepository<T> extends EventSourcingRepository<T> {
    private final String returningKey = this + "_RETURNING";
    private final EventStore eventStore;
    private final HotAggregates hotAggregates;

    HotAggregateRepository(
            Class<T> type, Configuration axon, EventStore eventStore, HotAggregates hotAggregates) {
        super(
                EventSourcingRepository.builder(type)
                        .eventStore(eventStore)
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(type))
                        .spanFactory(axon.getComponent(RepositorySpanFactory.class))
                        .repositoryProvider(axon::repository));
        this.eventStore = eventStore;
        this.hotAggregates = hotAggregates;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(
            String aggregateIdentifier, @Nullable Long expectedVersion) {
        EventSourcedAggregate<T> hot = take(aggregateIdentifier);
        if (hot == null) {
            return super.doLoadWithLock(aggregateIdentifier, expectedVersion);
        }
        DomainEventStream unseen =
                eventStore.readEvents(aggregateIdentifier, hot.version().longValue() + 1);
        if (unseen.hasNext()) {
            hot.initializeState(unseen);
        }
        if (hot.isDeleted()) {
            throw new AggregateDeletedException(aggregateIdentifier);
        }
        return hot;
    }

    @SuppressWarnings("unchecked") // only this repository puts aggregates of its type
    private @Nullable EventSourcedAggregate<T> take(String id) {
        return (EventSourcedAggregate<T>) hotAggregates.take(getAggregateType(), id);
    }

    /** Called at every use: the use that is rolled back has spoiled the aggregate. */
    @Override
    protected void validateOnLoad(Aggregate<T> aggregate, @Nullable Long expectedVersion) {
        keepOutAfterRollback(aggregate.identifierAsString());
        super.validateOnLoad(aggregate, expectedVersion);
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        String id = aggregate.identifierAsString();
        keepOutAfterRollback(id);
        returning().put(id, aggregate);
    }

    private void keepOutAfterRollback(String id) {
        Map<String, EventSourcedAggregate<T>> returning = returning();
        CurrentUnitOfWork.get().onRollback(unit -> returning.remove(id));
    }

    /** The aggregates that come back to the hot ones when the root unit of work has committed. */
    private Map<String, EventSourcedAggregate<T>> returning() {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(returningKey, key -> returnAfterCommit(root));
    }

    private Map<String, EventSourcedAggregate<T>> returnAfterCommit(UnitOfWork<?> root) {
        Map<String, EventSourcedAggregate<T>> returning = new HashMap<>();
        Runnable putBack =
                () ->
                        returning.forEach(
                                (id, aggregate) ->
                                        hotAggregates.put(getAggregateType(), id, aggregate));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            putBack.run();
                        }
                    });
        } else {
            root.afterCommit(unit -> putBack.run());
        }
        return returning;
    }
}
