package de.kim.kit.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's storage engine on table {@code event} of PostgreSQL. It takes part in the Spring
 * transaction of the thread.
 *
 * <ul>
 *   <li>Appends all events of a unit of work in one round trip, together with COMMIT where nothing
 *       else comes in between ({@link AppendingConnection}). Whoever appends to an aggregate that
 *       has moved on gets a {@link ConcurrencyException}, from the commit at the latest, and
 *       repeats everything in a new transaction.
 *   <li>Loads an aggregate with one query.
 *   <li>Reads the stream of all events in the order of {@code position}, only as far as it is final
 *       ({@link Horizon}): no event that commits late is skipped.
 * </ul>
 *
 * <p>There are no snapshots: an aggregate that is used often stays in {@link HotAggregates}, and is
 * brought up to date with the events it has not seen.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {
    /** How many events {@link #readEvents(TrackingToken, boolean)} fetches at a time. */
    private static final int STREAM_BATCH = 1000;

    private static final String BY_AGGREGATE =
            "select "
                    + EventRows.COLUMNS
                    + ", public_count from event where aggregate_id = ? and sequence >= ? order by sequence";

    private static final int PUBLIC_COUNT = 12;

    private final AppendingDataSource dataSource;
    private final EventRows rows;
    private final AppendStatement append;
    private final PublicCounts counts;
    private final StreamReader reader;
    private final AfterCommit afterCommit;
    private final Counter appended;

    PostgresEventStorageEngine(
            AppendingDataSource dataSource,
            EventRows rows,
            AppendStatement append,
            PublicCounts counts,
            StreamReader reader,
            AfterCommit afterCommit,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.append = append;
        this.counts = counts;
        this.reader = reader;
        this.afterCommit = afterCommit;
        this.appended =
                Counter.builder("kim.store.appended")
                        .description("Events appended to the event store")
                        .register(metrics);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> domainEvents = new ArrayList<>(events.size());
        events.forEach(event -> domainEvents.add(asDomainEvent(event)));
        AppendingConnection connection = connection();
        try {
            connection.append((target, sending) -> send(domainEvents, target, sending));
        } catch (SQLException e) {
            throw translated(e, domainEvents);
        } finally {
            release(connection);
        }
        afterCommit.appended();
    }

    private void send(
            List<DomainEventMessage<?>> events,
            Connection connection,
            AppendingConnection.Sending sending) {
        long asOf = System.nanoTime();
        OptionalLong count;
        try {
            count =
                    append.execute(
                            connection, events, sending == AppendingConnection.Sending.WITH_COMMIT);
        } catch (SQLException e) {
            throw translated(e, events);
        }
        appended.increment(events.size());
        if (count.isPresent()) {
            learn(events.getLast(), count.getAsLong(), asOf, sending);
        }
    }

    private void learn(
            DomainEventMessage<?> last,
            long count,
            long asOf,
            AppendingConnection.Sending sending) {
        Runnable learn =
                () ->
                        counts.learn(
                                last.getAggregateIdentifier(),
                                last.getSequenceNumber(),
                                count,
                                asOf);
        if (sending != AppendingConnection.Sending.IN_TRANSACTION) {
            learn.run();
        } else if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            learn.run();
                        }
                    });
        }
    }

    private AppendingConnection connection() {
        return (AppendingConnection) DataSourceUtils.getConnection(dataSource);
    }

    private void release(Connection connection) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }

    /** An event that no aggregate published is a stream of its own. */
    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domainEvent) {
            if (domainEvent.getAggregateIdentifier().isEmpty()) {
                throw new EventStoreException(
                        "An aggregate's identifier must be null, not empty, before its first event: "
                                + domainEvent.getType());
            }
            return domainEvent;
        }
        return new GenericDomainEventMessage<>(
                null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    private static RuntimeException translated(SQLException e, List<DomainEventMessage<?>> events) {
        DomainEventMessage<?> first = events.getFirst();
        String message =
                "Appending %d event(s) from %s %s, sequence %d: %s"
                        .formatted(
                                events.size(),
                                first.getType(),
                                first.getAggregateIdentifier(),
                                first.getSequenceNumber(),
                                e.getMessage());
        return SqlStates.isConflict(e)
                ? new ConcurrencyException(message, e)
                : new EventStoreException(message, e);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        AppendingConnection connection = connection();
        try {
            return DomainEventStream.of(
                    eventsOf(aggregateIdentifier, firstSequenceNumber, connection));
        } catch (SQLException e) {
            throw new EventStoreException("Could not load " + aggregateIdentifier, e);
        } finally {
            release(connection);
        }
    }

    private List<DomainEventMessage<?>> eventsOf(
            String aggregateIdentifier, long firstSequenceNumber, AppendingConnection connection)
            throws SQLException {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        long asOf = System.nanoTime();
        try (PreparedStatement statement = connection.forReading().prepareStatement(BY_AGGREGATE)) {
            statement.setString(1, aggregateIdentifier);
            statement.setLong(2, firstSequenceNumber);
            try (ResultSet result = statement.executeQuery()) {
                long count = 0;
                while (result.next()) {
                    events.add(rows.message(rows.read(result)));
                    count = result.getLong(PUBLIC_COUNT);
                }
                if (!events.isEmpty() && !connection.hasAppended()) {
                    counts.learn(
                            aggregateIdentifier, events.getLast().getSequenceNumber(), count, asOf);
                }
            }
        }
        return events;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return queryForLong(
                "select max(sequence) from event where aggregate_id = ?", aggregateIdentifier);
    }

    /** The events behind the token, as far as they are final now; it never waits. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        List<StoredEvent> none = List.of();
        return Stream.iterate(
                        next(positionOf(trackingToken)),
                        batch -> !batch.isEmpty(),
                        batch ->
                                batch.size() < STREAM_BATCH
                                        ? none
                                        : next(batch.getLast().position()))
                .flatMap(List::stream)
                .map(rows::message);
    }

    private List<StoredEvent> next(long position) {
        try {
            return reader.after(position, STREAM_BATCH).events();
        } catch (SQLException e) {
            throw new EventStoreException("Could not read the stream behind " + position, e);
        }
    }

    /** The position a token stands for: 0 before the first event. */
    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    /** There are no snapshots. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("This event store keeps no snapshots");
    }

    /** There are no snapshots. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    /**
     * Behind the last event that is visible now. Events that commit later with a lower position are
     * not shown to a stream that starts here: use it only for streams that need no past.
     */
    @Override
    public TrackingToken createHeadToken() {
        return tokenAt(queryForLong("select max(position) from event", null).orElse(0L));
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return tokenAt(
                queryForLong(
                                "select min(position) - 1 from event where occurred_at >= ?",
                                Timestamp.from(dateTime))
                        .orElseGet(
                                () ->
                                        queryForLong("select max(position) from event", null)
                                                .orElse(0L)));
    }

    private static TrackingToken tokenAt(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private Optional<Long> queryForLong(String sql, @Nullable Object parameter) {
        AppendingConnection connection = connection();
        try (PreparedStatement statement = connection.forReading().prepareStatement(sql)) {
            if (parameter != null) {
                statement.setObject(1, parameter);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long value = result.getLong(1);
                return result.wasNull() ? Optional.empty() : Optional.of(value);
            }
        } catch (SQLException e) {
            throw new EventStoreException("Could not ask the event store: " + sql, e);
        } finally {
            release(connection);
        }
    }
}
