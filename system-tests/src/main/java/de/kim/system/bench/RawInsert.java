package de.kim.system.bench;

import de.kim.system.bench.service.Course;
import de.kim.system.bench.service.CourseHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * The limit of W1: the row that our engine writes, inserted by hand into a table with the same
 * columns, keys and checks. It decides nothing, counts nothing and serializes nothing: the bytes
 * are made once.
 */
final class RawInsert {
    /** The table. */
    static final String TABLE = "raw_event";

    private static final String INSERT =
            "insert into raw_event (aggregate_type, aggregate_id, sequence, event_id, type,"
                    + " revision, payload, metadata, occurred_at, public_count, subject_sequence)"
                    + " values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)";

    private final DataSource pool;
    private final byte[] payload;
    private final byte[] metaData;

    private RawInsert(DataSource pool) {
        this.pool = pool;
        Serializer serializer = Jackson3Serializer.builder().build();
        var event = GenericEventMessage.asEventMessage(new CourseHistory.Changed(course(), 20));
        payload = event.serializePayload(serializer, byte[].class).getData();
        metaData = event.serializeMetaData(serializer, byte[].class).getData();
    }

    private static UUID course() {
        return UUID.fromString("3b241101-e2bb-4255-8caf-4136c566a962");
    }

    /** Creates the table beside the kit's own. */
    static RawInsert in(Database database, DataSource pool) throws SQLException {
        database.asOwner(
                "create table raw_event (like event including all)",
                "grant select, insert on raw_event to " + database.user());
        return new RawInsert(pool);
    }

    /** One statement that commits by itself: one round trip. */
    void append(UUID course, long sequence) throws SQLException {
        try (var connection = pool.getConnection()) {
            insert(connection, course, sequence);
        }
    }

    /** The same between BEGIN and COMMIT, as whatever else belongs to a command needs it. */
    void appendInTransaction(UUID course, long sequence) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, course, sequence);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void insert(Connection connection, UUID course, long sequence) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, Course.class.getSimpleName());
            statement.setString(2, course.toString());
            statement.setLong(3, sequence);
            statement.setObject(4, UUID.randomUUID());
            statement.setString(5, "CourseHistory.Changed");
            statement.setBytes(6, payload);
            statement.setBytes(7, metaData);
            statement.setObject(8, OffsetDateTime.now());
            statement.setLong(9, sequence + 1);
            statement.setLong(10, sequence + 1);
            statement.executeUpdate();
        }
    }
}
