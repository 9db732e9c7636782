package de.kim.kit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * How many of an aggregate's events up to its last known one are public. A committed event never
 * changes and never goes, so what is known of it stays true, and to know it proves that it is
 * there.
 *
 * <p>That holds for one server only. When it is replaced by a copy that is a little behind, or by a
 * restored one, an event may be missing that was committed; but no session outlives its server. So
 * what is known is used only in sessions that were open already when it was true.
 */
final class PublicCounts {
    private static final int AGGREGATES = 10_000;

    /**
     * What is known of the last event of an aggregate.
     *
     * @param asOf when it was true, {@link System#nanoTime()}
     */
    private record Known(long sequence, long count, long asOf) {}

    private final Map<String, Known> aggregates =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > AGGREGATES;
                }
            };

    /** Since when each session is known to be open. */
    private final Map<PGConnection, Long> sessions = new WeakHashMap<>();

    /** The running count of that event, if it is known and can be relied on in this session. */
    synchronized OptionalLong upTo(String aggregateId, long sequence, Connection connection)
            throws SQLException {
        long openSince =
                sessions.computeIfAbsent(
                        connection.unwrap(PGConnection.class), session -> System.nanoTime());
        Known known = aggregates.get(aggregateId);
        return known != null && known.sequence() == sequence && known.asOf() - openSince > 0
                ? OptionalLong.of(known.count())
                : OptionalLong.empty();
    }

    /**
     * Takes in what is known of an event.
     *
     * @param asOf a time at which the session in which it was seen, committed, was open, and before
     *     it was seen
     */
    synchronized void learn(String aggregateId, long sequence, long count, long asOf) {
        Known known = aggregates.get(aggregateId);
        if (known == null || known.sequence() <= sequence) {
            aggregates.put(aggregateId, new Known(sequence, count, asOf));
        }
    }
}
