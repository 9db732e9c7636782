package de.kim.kit.store;

import java.time.Duration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over {@link PostgresEventStorageEngine}. Its streams wake at once when
 * something was committed, here or in another JVM, and poll only as a fallback.
 */
public final class PostgresEventStore extends AbstractEventStore {
    private final EventStream.Source source;

    private PostgresEventStore(Builder builder, EventStream.Source source) {
        super(builder);
        this.source = source;
    }

    static PostgresEventStore over(
            PostgresEventStorageEngine engine,
            StreamReader reader,
            EventRows rows,
            WakeSignal signal,
            Duration poll,
            EventBusSpanFactory spans) {
        Builder builder = new Builder();
        builder.storageEngine(engine);
        builder.spanFactory(spans);
        return new PostgresEventStore(builder, new EventStream.Source(reader, rows, signal, poll));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return new EventStream(source, PostgresEventStorageEngine.positionOf(trackingToken));
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
