package de.kim.kit.door;

import de.kim.events.Topic;
import de.kim.kit.door.Parked.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code inbox_parked}. Whoever changes a subject's rows holds the lock of its mark. */
final class ParkingLot {
    private static final String INSERT =
            """
            insert into inbox_parked (why, source, subject, sequence, type, topic, record_partition, record_offset,
                record_key, bytes, attempts, next_attempt_at, error, heard_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT =
            """
            select id, why, source, subject, sequence, type, topic, record_partition, record_offset, record_key,
                bytes, attempts
            from inbox_parked
            """;

    /** A profile needs no turn; a failed event is always the next one of its subject. */
    private static final String DUE =
            SELECT
                    + """
            where why in ('FAILED', 'MALFORMED') and next_attempt_at <= ? or why = 'EARLY' and exists (
                select from inbox_mark m where m.source = inbox_parked.source and m.subject = inbox_parked.subject
                    and m.last_sequence = inbox_parked.sequence - 1)
            order by source, subject, sequence limit 500
            """;

    private final JdbcTemplate jdbc;

    ParkingLot(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Parks what is not there yet. */
    boolean park(Why why, Address address, String type, Arrival arrival, Instant now) {
        return insert(" on conflict do nothing", why, address, type, arrival, 0, null, null, now)
                == 1;
    }

    /** Keeps malformed bytes, once. */
    boolean malformed(Arrival arrival, String reason, Instant now) {
        return insert(
                        " on conflict do nothing",
                        Why.MALFORMED,
                        null,
                        null,
                        arrival,
                        0,
                        null,
                        reason,
                        now)
                == 1;
    }

    /** How often this event has failed before. */
    int attempts(Address address) {
        List<Integer> attempts =
                jdbc.queryForList(
                        "select attempts from inbox_parked where source = ? and subject = ? and"
                                + " sequence = ?",
                        Integer.class,
                        address.source(),
                        address.subject(),
                        address.sequence());
        return attempts.isEmpty() ? 0 : attempts.getFirst();
    }

    /** Keeps a failed event with its next attempt; without one it is dead. */
    void failed(
            Address address,
            String type,
            Arrival arrival,
            int attempts,
            @Nullable Instant nextAttempt,
            String error,
            Instant now) {
        insert(
                " on conflict (source, subject, sequence) do update set why = excluded.why,"
                        + " attempts = excluded.attempts, next_attempt_at ="
                        + " excluded.next_attempt_at, error = excluded.error",
                nextAttempt == null ? Why.DEAD : Why.FAILED,
                address,
                type,
                arrival,
                attempts,
                nextAttempt,
                error,
                now);
    }

    private int insert(
            String onConflict,
            Why why,
            @Nullable Address address,
            @Nullable String type,
            Arrival arrival,
            int attempts,
            @Nullable Instant nextAttempt,
            @Nullable String error,
            Instant now) {
        return jdbc.update(
                INSERT + onConflict,
                why.name(),
                address == null ? null : address.source(),
                address == null ? null : address.subject(),
                address == null ? null : address.sequence(),
                type,
                arrival.topic().destination(),
                arrival.partition(),
                arrival.offset(),
                arrival.key(),
                arrival.bytes(),
                attempts,
                nextAttempt == null ? null : nextAttempt.atOffset(ZoneOffset.UTC),
                error,
                now.atOffset(ZoneOffset.UTC));
    }

    /** Removes what was applied up to this event, and says in the mark whether more is parked. */
    void applied(Address address) {
        jdbc.update(
                "delete from inbox_parked where source = ? and subject = ? and sequence <= ?",
                address.source(),
                address.subject(),
                address.sequence());
        jdbc.update(
                "update inbox_mark m set parked = exists (select from inbox_parked p where p.source"
                        + " = m.source and p.subject = m.subject) where m.source = ? and m.subject = ?",
                address.source(),
                address.subject());
    }

    /** Removes what a higher version has replaced. */
    void superseded(Address address) {
        jdbc.update(
                "delete from inbox_parked where source = ? and subject = ? and sequence = ?",
                address.source(),
                address.subject(),
                address.sequence());
    }

    /** Removes every profile of an erased person that was kept, whatever was wrong with it. */
    void forgetProfiles(byte[] key) {
        jdbc.update(
                "delete from inbox_parked where topic = ? and record_key = ?",
                Topic.PROFILES.destination(),
                key);
    }

    /** The event that comes after this one, when it waits for nothing else. */
    Optional<Parked> after(Address address) {
        return first(
                SELECT + "where why = 'EARLY' and source = ? and subject = ? and sequence = ?",
                address.source(),
                address.subject(),
                address.sequence() + 1);
    }

    /** What may be tried now. */
    List<Parked> due(Instant now) {
        return jdbc.query(DUE, (row, i) -> read(row), now.atOffset(ZoneOffset.UTC));
    }

    Optional<Parked> find(long id) {
        return first(SELECT + "where id = ?", id);
    }

    void remove(long id) {
        jdbc.update("delete from inbox_parked where id = ?", id);
    }

    /** Types that have become known wait for nothing but their turn. */
    int nowKnown(Collection<String> types) {
        return jdbc.update(
                "update inbox_parked set why = 'EARLY' where why = 'UNKNOWN_TYPE' and type = any"
                        + " (?)",
                (Object) types.toArray(String[]::new));
    }

    /** Lets a record that was given up be tried soon, with all its attempts before it. */
    void redrive(long id, Instant now) {
        jdbc.update(
                "update inbox_parked set why = case why when 'DEAD' then 'FAILED' else why end,"
                        + " attempts = 0, next_attempt_at = ?"
                        + " where id = ? and why in ('DEAD', 'FAILED', 'MALFORMED')",
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    /** A malformed record was read once more, and still is. */
    void stillMalformed(long id) {
        jdbc.update("update inbox_parked set next_attempt_at = null where id = ?", id);
    }

    private Optional<Parked> first(String query, Object... arguments) {
        return jdbc.query(query, (row, i) -> read(row), arguments).stream().findFirst();
    }

    private static Parked read(ResultSet row) throws SQLException {
        String source = row.getString("source");
        Address address =
                source == null
                        ? null
                        : new Address(source, row.getString("subject"), row.getLong("sequence"));
        Arrival arrival =
                new Arrival(
                        Topic.named(row.getString("topic")),
                        row.getInt("record_partition"),
                        row.getLong("record_offset"),
                        row.getBytes("record_key"),
                        row.getBytes("bytes"));
        return new Parked(
                row.getLong("id"),
                Why.valueOf(row.getString("why")),
                address,
                row.getString("type"),
                arrival,
                row.getInt("attempts"));
    }
}
