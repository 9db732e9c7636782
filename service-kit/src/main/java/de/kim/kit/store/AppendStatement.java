package de.kim.kit.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Appends all events of a unit of work in one statement, so in one round trip.
 *
 * <p>It numbers the public events, for which it has to know the running count of the aggregate's
 * previous event. Where {@link PublicCounts} does not know it the statement looks for it, in the
 * unique index. When that event is not there the count is null, and the table refuses it: a second
 * safeguard beside the unique key, which keeps an aggregate's sequence free of gaps whatever state
 * the caller decided on.
 */
final class AppendStatement {
    private static final String COMMIT = "; commit";

    private static final String TARGET =
            "insert into event (aggregate_type, aggregate_id, sequence, event_id, type, revision,"
                    + " payload, metadata, occurred_at, public_count, subject_sequence) ";

    private static final String PREVIOUS_COUNT =
            "(select p.public_count from event p where p.aggregate_id = %s and p.sequence = %s)";

    /** One event behind one whose count is known, or the first one of its aggregate. */
    private static final String NEXT = TARGET + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String LATER =
            TARGET
                    + "select ?, ?, ?, ?, ?, ?, ?, ?, ?, c.previous + ?,"
                    + " case when ? then c.previous + 1 end from (select "
                    + PREVIOUS_COUNT.formatted("?", "?")
                    + " as previous) c returning public_count";

    private static final String MANY =
            TARGET
                    + "select e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.type,"
                    + " e.revision, e.payload, e.metadata, e.occurred_at,"
                    + " e.previous + e.count, case when e.public then e.previous + e.count end"
                    + " from (select n.*, case when n.first = 0 then 0 else "
                    + PREVIOUS_COUNT.formatted("n.aggregate_id", "n.first - 1")
                    + " end as previous from unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[],"
                    + " ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::timestamptz[],"
                    + " ?::bigint[], ?::bigint[], ?::boolean[]) with ordinality as n"
                    + " (aggregate_type, aggregate_id, sequence, event_id, type, revision, payload,"
                    + " metadata, occurred_at, first, count, public, place)) e order by e.place";

    private final StoredEventTypes types;
    private final PublicNumbering numbering;
    private final PublicCounts counts;
    private final Serializer serializer;

    AppendStatement(
            StoredEventTypes types,
            PublicNumbering numbering,
            PublicCounts counts,
            Serializer serializer) {
        this.types = types;
        this.numbering = numbering;
        this.counts = counts;
        this.serializer = serializer;
    }

    /**
     * Appends.
     *
     * @param withCommit sends COMMIT along; when the INSERT fails, PostgreSQL skips it
     * @return the running count of the last event, where it is known now
     */
    OptionalLong execute(
            Connection connection, List<? extends DomainEventMessage<?>> events, boolean withCommit)
            throws SQLException {
        String end = withCommit ? COMMIT : "";
        if (events.size() > 1) {
            many(connection, events, end);
            return OptionalLong.empty();
        }
        DomainEventMessage<?> event = events.getFirst();
        OptionalLong previous =
                event.getSequenceNumber() == 0
                        ? OptionalLong.of(0)
                        : counts.upTo(
                                event.getAggregateIdentifier(),
                                event.getSequenceNumber() - 1,
                                connection);
        return OptionalLong.of(
                previous.isPresent()
                        ? next(connection, event, previous.getAsLong(), end)
                        : later(connection, event, end));
    }

    private long next(Connection connection, DomainEventMessage<?> event, long previous, String end)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT + end)) {
            boolean isPublic = numbering.isPublic(event.getPayload());
            long count = isPublic ? previous + 1 : previous;
            bind(statement, event);
            statement.setLong(10, count);
            statement.setObject(11, isPublic ? count : null, Types.BIGINT);
            statement.execute();
            return count;
        }
    }

    private long later(Connection connection, DomainEventMessage<?> event, String end)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATER + end)) {
            boolean isPublic = numbering.isPublic(event.getPayload());
            bind(statement, event);
            statement.setLong(10, isPublic ? 1 : 0);
            statement.setBoolean(11, isPublic);
            statement.setString(12, event.getAggregateIdentifier());
            statement.setLong(13, event.getSequenceNumber() - 1);
            statement.execute();
            try (ResultSet count = statement.getResultSet()) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private void bind(PreparedStatement statement, DomainEventMessage<?> event)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        statement.setString(1, event.getType());
        statement.setString(2, event.getAggregateIdentifier());
        statement.setLong(3, event.getSequenceNumber());
        statement.setObject(4, UUID.fromString(event.getIdentifier()));
        statement.setString(5, types.nameOf(event.getPayloadType()));
        statement.setString(6, payload.getType().getRevision());
        statement.setBytes(7, payload.getData());
        statement.setBytes(8, event.serializeMetaData(serializer, byte[].class).getData());
        statement.setTimestamp(9, Timestamp.from(event.getTimestamp()));
    }

    private void many(
            Connection connection, List<? extends DomainEventMessage<?>> events, String end)
            throws SQLException {
        Columns columns = new Columns(events.size());
        for (int row = 0; row < events.size(); row++) {
            fill(columns, row, events.get(row));
        }
        try (PreparedStatement statement = connection.prepareStatement(MANY + end)) {
            columns.bind(connection, statement);
            statement.execute();
        }
    }

    private void fill(Columns columns, int row, DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        String aggregateId = event.getAggregateIdentifier();
        boolean isPublic = numbering.isPublic(event.getPayload());
        columns.aggregateType[row] = event.getType();
        columns.aggregateId[row] = aggregateId;
        columns.sequence[row] = event.getSequenceNumber();
        columns.eventId[row] = UUID.fromString(event.getIdentifier());
        columns.type[row] = types.nameOf(event.getPayloadType());
        columns.revision[row] = payload.getType().getRevision();
        columns.payload[row] = payload.getData();
        columns.metadata[row] = event.serializeMetaData(serializer, byte[].class).getData();
        columns.occurredAt[row] = Timestamp.from(event.getTimestamp());
        columns.first[row] =
                columns.firstOf.computeIfAbsent(aggregateId, id -> event.getSequenceNumber());
        columns.count[row] = columns.countOf.merge(aggregateId, isPublic ? 1L : 0L, Long::sum);
        columns.isPublic[row] = isPublic;
    }

    /** The rows of one append, column by column, as PostgreSQL takes them in one statement. */
    private static final class Columns {
        final @Nullable String[] aggregateType;
        final String[] aggregateId;
        final Long[] sequence;
        final UUID[] eventId;
        final String[] type;
        final @Nullable String[] revision;
        final byte[][] payload;
        final byte[][] metadata;
        final Timestamp[] occurredAt;
        final Long[] first;
        final Long[] count;
        final Boolean[] isPublic;

        /** The first sequence of each aggregate in this append. */
        final Map<String, Long> firstOf = new HashMap<>();

        /** How many public events of each aggregate this append has so far. */
        final Map<String, Long> countOf = new HashMap<>();

        Columns(int rows) {
            aggregateType = new String[rows];
            aggregateId = new String[rows];
            sequence = new Long[rows];
            eventId = new UUID[rows];
            type = new String[rows];
            revision = new String[rows];
            payload = new byte[rows][];
            metadata = new byte[rows][];
            occurredAt = new Timestamp[rows];
            first = new Long[rows];
            count = new Long[rows];
            isPublic = new Boolean[rows];
        }

        void bind(Connection connection, PreparedStatement statement) throws SQLException {
            Array[] arrays = {
                connection.createArrayOf("text", aggregateType),
                connection.createArrayOf("text", aggregateId),
                connection.createArrayOf("bigint", sequence),
                connection.createArrayOf("uuid", eventId),
                connection.createArrayOf("text", type),
                connection.createArrayOf("text", revision),
                connection.createArrayOf("bytea", payload),
                connection.createArrayOf("bytea", metadata),
                connection.createArrayOf("timestamptz", occurredAt),
                connection.createArrayOf("bigint", first),
                connection.createArrayOf("bigint", count),
                connection.createArrayOf("boolean", isPublic)
            };
            for (int column = 0; column < arrays.length; column++) {
                statement.setArray(column + 1, arrays[column]);
            }
        }
    }
}
