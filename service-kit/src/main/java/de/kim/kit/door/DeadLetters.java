package de.kim.kit.door;

import de.kim.events.Topic;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows what is parked or dead. */
final class DeadLetters {
    private static final String SELECT =
            """
            select id, why, source, subject, sequence, type, topic, record_partition, record_offset, attempts,
                next_attempt_at, error, heard_at, bytes
            from inbox_parked
            """;

    private final JdbcTemplate jdbc;

    DeadLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those after the given id, in the order in which they were kept. */
    List<DeadLetter> after(long id, int limit) {
        return jdbc.query(
                SELECT + "where id > ? order by id limit ?",
                (row, i) -> read(row, false),
                id,
                limit);
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.query(SELECT + "where id = ?", (row, i) -> read(row, true), id).stream()
                .findFirst();
    }

    private static DeadLetter read(ResultSet row, boolean withBytes) throws SQLException {
        // A profile is a person's: it is not shown.
        boolean shown = withBytes && !row.getString("topic").equals(Topic.PROFILES.destination());
        byte @Nullable [] bytes = shown ? row.getBytes("bytes") : null;
        return new DeadLetter(
                row.getLong("id"),
                row.getString("why"),
                row.getString("source"),
                row.getString("subject"),
                row.getObject("sequence", Long.class),
                row.getString("type"),
                row.getString("topic"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                row.getString("error"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
