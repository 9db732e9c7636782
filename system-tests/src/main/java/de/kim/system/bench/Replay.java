package de.kim.system.bench;

import de.kim.events.PublicEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How Axon as it comes builds a projection anew: a tracking processor over its own store, its token
 * moved in the transaction of each batch. The handler only counts: so the figure is better than a
 * report could be.
 */
final class Replay {
    /** The handler. */
    static final class Counting {
        private final AtomicLong count = new AtomicLong();

        /** Called by Axon with each event, read back from its bytes. */
        @EventHandler
        void on(PublicEvent event) {
            count.incrementAndGet();
        }
    }

    private final StockAxon stock;
    private final Database database;
    private final int events;

    Replay(StockAxon stock, Database database, int events) {
        this.stock = stock;
        this.database = database;
        this.events = events;
    }

    /** Stores the events of the same stories. */
    void fill(TransactionTemplate transaction) {
        EventStorageEngine engine = stock.engine();
        var batch = new ArrayList<DomainEventMessage<?>>();
        for (var story = 0; story * Ledger.EVENTS_PER_STORY < events; story++) {
            List<PublicEvent> happened = Ledger.story(story);
            for (var sequence = 0; sequence < happened.size(); sequence++) {
                var event = happened.get(sequence);
                batch.add(
                        new GenericDomainEventMessage<>("Story", event.subject(), sequence, event));
            }
            if (batch.size() >= 1000) {
                transaction.executeWithoutResult(status -> engine.appendEvents(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(status -> engine.appendEvents(batch));
        }
    }

    /** Replays for so long, or to the end, and gives the events per second. */
    Measured round(int batchSize, double seconds) throws SQLException {
        database.asOwner("truncate TokenEntry");
        var counting = new Counting();
        var store = EmbeddedEventStore.builder().storageEngine(stock.engine()).build();
        var processor = processor(store, counting, batchSize);
        var begin = System.nanoTime();
        var end = begin + (long) (seconds * 1e9);
        processor.start();
        while (counting.count.get() < events && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
        var count = counting.count.get();
        var took = (System.nanoTime() - begin) / 1e9;
        processor.shutDown();
        store.shutDown();
        return Measured.of(count / took);
    }

    private TrackingEventProcessor processor(
            EmbeddedEventStore store, Counting counting, int batchSize) {
        return TrackingEventProcessor.builder()
                .name("replay")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder()
                                .eventHandlers(counting)
                                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(stock.tokens())
                .transactionManager(stock.transactionManager())
                .trackingEventProcessorConfiguration(
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                .andBatchSize(batchSize))
                .build();
    }
}
