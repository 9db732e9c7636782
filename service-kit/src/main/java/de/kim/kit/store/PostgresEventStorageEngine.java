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
import java.util.stream.Stream;
import javax.sql.DataSource;
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

/**
 * Axon's storage engine on table {@code event} of PostgreSQL. It takes part in the Spring
 * transaction of the thread.
 *
 * <ul>
 *   <li>Appends all events of a unit of work in one round trip. Whoever appends to an aggregate
 *       that has moved on gets a {@link ConcurrencyException}, and repeats everything in a new
 *       transaction.
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
                    + " from event where aggregate_id = ? and sequence >= ? order by sequence";

    private final DataSource dataSource;
    private final EventRows rows;
    private final AppendStatement append;
    private final StreamReader reader;
    private final AfterCommit afterCommit;
    private final Counter appended;

    PostgresEventStorageEngine(
            DataSource dataSource,
            EventRows rows,
            AppendStatement append,
            StreamReader reader,
            AfterCommit afterCommit,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.append = append;
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
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            append.execute(connection, domainEvents);
        } catch (SQLException e) {
            throw translated(e, domainEvents);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        appended.increment(domainEvents.size());
        afterCommit.appended();
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
                "%d event(s) from %s %s, sequence %d, were not appended: %s"
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
        List<DomainEventMessage<?>> events = new ArrayList<>();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(BY_AGGREGATE)) {
            statement.setString(1, aggregateIdentifier);
            statement.setLong(2, firstSequenceNumber);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    events.add(rows.message(rows.read(result)));
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("Could not load " + aggregateIdentifier, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        return DomainEventStream.of(events);
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
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
