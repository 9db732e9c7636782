package de.kim.kit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stream of all events in the order of their positions, never beyond the {@link Horizon}.
 * One connection of its own serves all streams of the JVM: the horizon is only valid in the session
 * that observed it, and readers never compete with commands for the pool.
 */
final class StreamReader implements AutoCloseable {
    /** The highest position drawn so far; 0 when none was. */
    static final String HIGHEST =
            "select case when is_called then last_value else 0 end from event_position_seq";

    private static final String WRITERS =
            "select virtualtransaction from pg_locks where locktype = 'relation'"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and relation = 'event'::regclass and mode = 'RowExclusiveLock' and granted";

    private static final String NEXT =
            "select " + EventRows.COLUMNS + " from event where position > ?";

    /**
     * Three statements, one round trip. Their order is what makes it right: each takes its own
     * snapshot when its turn comes, so the rows are read after the writers, and the writers after
     * the highest position.
     */
    private static final String TAIL =
            HIGHEST + ";" + WRITERS + ";" + NEXT + " order by position limit ?";

    private static final String SETTLED = NEXT + " and position <= ? order by position limit ?";

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

    /** A writer that is open for so long is worth a warning, once a minute. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration WARN_EVERY = Duration.ofMinutes(1);

    private final OwnConnections connections;
    private final EventRows rows;
    private long warnedAt = System.nanoTime() - WARN_EVERY.toNanos();
    private Horizon horizon = new Horizon();
    private @Nullable Connection connection;
    private @Nullable PreparedStatement tail;
    private @Nullable PreparedStatement settled;

    StreamReader(OwnConnections connections, EventRows rows) {
        this.connections = connections;
        this.rows = rows;
    }

    /**
     * What one look at the stream showed.
     *
     * @param events in order, none of them still to be preceded by another one
     * @param isWaiting there may be more that is not final yet: worth looking again soon
     */
    record Look(List<StoredEvent> events, boolean isWaiting) {}

    /** The next final events behind a position, at most {@code limit}. */
    synchronized Look after(long position, int limit) throws SQLException {
        try {
            connect();
            List<StoredEvent> events =
                    position < horizon.settled() ? readSettled(position, limit) : List.of();
            List<StoredEvent> found = events.isEmpty() ? readTail(position, limit) : events;
            return new Look(found, horizon.isWaiting());
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Events may be there that are not final yet: worth asking again soon. */
    synchronized boolean isWaiting() {
        return horizon.isWaiting();
    }

    synchronized Duration delay() {
        return horizon.delay(System.nanoTime());
    }

    private List<StoredEvent> readSettled(long position, int limit) throws SQLException {
        PreparedStatement statement = prepared(settled);
        statement.setLong(1, position);
        statement.setLong(2, horizon.settled());
        statement.setInt(3, limit);
        try (ResultSet result = statement.executeQuery()) {
            return rows.readAll(result);
        }
    }

    private List<StoredEvent> readTail(long position, int limit) throws SQLException {
        PreparedStatement statement = prepared(tail);
        statement.setLong(1, position);
        statement.setInt(2, limit);
        statement.execute();
        long highest;
        try (ResultSet result = statement.getResultSet()) {
            result.next();
            highest = result.getLong(1);
        }
        statement.getMoreResults();
        Set<String> writers = new HashSet<>();
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                writers.add(result.getString(1));
            }
        }
        statement.getMoreResults();
        horizon.observe(highest, writers, System.nanoTime());
        warnWhenLate(writers);
        try (ResultSet result = statement.getResultSet()) {
            List<StoredEvent> events = rows.readAll(result);
            while (!events.isEmpty() && events.getLast().position() > horizon.settled()) {
                events.removeLast();
            }
            return events;
        }
    }

    private void warnWhenLate(Set<String> writers) {
        long now = System.nanoTime();
        Duration delay = horizon.delay(now);
        if (delay.compareTo(LATE) > 0 && now - warnedAt > WARN_EVERY.toNanos()) {
            warnedAt = now;
            LOG.warn(
                    "Readers have been waiting for {} s for open writing transactions: {}",
                    delay.toSeconds(),
                    writers);
        }
    }

    private static PreparedStatement prepared(@Nullable PreparedStatement statement) {
        if (statement == null) {
            throw new IllegalStateException("not connected");
        }
        return statement;
    }

    private void connect() throws SQLException {
        if (connection != null) {
            return;
        }
        Connection opened = connections.open();
        connection = opened;
        opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        opened.setAutoCommit(true);
        tail = opened.prepareStatement(TAIL);
        settled = opened.prepareStatement(SETTLED);
    }

    /** Forgets the session and what was observed in it; the next read opens another one. */
    @Override
    public synchronized void close() {
        Connection closing = connection;
        connection = null;
        tail = null;
        settled = null;
        horizon = new Horizon();
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException ignored) {
                // It is given up either way.
            }
        }
    }
}
