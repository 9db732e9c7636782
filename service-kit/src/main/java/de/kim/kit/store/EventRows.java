package de.kim.kit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.Serializer;

/** Rows of table {@code event} on their way back to messages. Payloads are read when asked for. */
final class EventRows {
    static final String COLUMNS =
            "position, aggregate_type, aggregate_id, sequence, event_id, type, revision,"
                    + " payload, metadata, occurred_at, subject_sequence";

    private final StoredEventTypes types;
    private final Serializer serializer;

    EventRows(StoredEventTypes types, Serializer serializer) {
        this.types = types;
        this.serializer = serializer;
    }

    List<StoredEvent> readAll(ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
            events.add(read(rows));
        }
        return events;
    }

    StoredEvent read(ResultSet row) throws SQLException {
        long subjectSequence = row.getLong(11);
        boolean isPublic = !row.wasNull();
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                types.classOf(row.getString(6)),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                isPublic ? Long.valueOf(subjectSequence) : null);
    }

    StoredEventMessage<?> message(StoredEvent event) {
        return new StoredEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                new StoredPayload<>(event, serializer, null),
                event::occurredAt,
                event.subjectSequence());
    }
}
