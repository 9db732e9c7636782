package de.kim.referral.write.vault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.events.DataClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who read what of whom, and what for. A line commits with the reading, or before. */
@Repository
public class AccessLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One reading.
     *
     * @param account who acted for the body; null where that was not kept, or is not to be shown
     */
    public record Entry(
            @JsonIgnore long id,
            Instant readAt,
            String body,
            @Nullable String account,
            String purpose,
            List<DataClass> dataClasses) {
        public Entry withoutAccount() {
            return new Entry(id, readAt, body, null, purpose, dataClasses);
        }
    }

    /** The readings of one referral's data, the oldest first, those after the id. */
    public List<Entry> of(UUID referralId, long afterId, int rows) {
        return jdbc.sql(
                        """
                        select id, read_at, body, account, purpose, data_classes
                        from access_log where referral_id = ? and id > ? order by id limit ?
                        """)
                .params(referralId, afterId, rows)
                .query((row, i) -> entry(row))
                .list();
    }

    /** Deletes what was logged before. */
    public int purge(Instant before) {
        return jdbc.sql("delete from access_log where read_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                row.getString("account"),
                row.getString("purpose"),
                Arrays.stream((String[]) row.getArray("data_classes").getArray())
                        .map(DataClass::valueOf)
                        .toList());
    }

    void add(UUID referralId, Set<DataClass> classes, Reading reading) {
        jdbc.sql(
                        """
                        insert into access_log
                            (referral_id, body, account, purpose, data_classes, read_at)
                        values (?, ?, ?, ?, ?::text[], ?)
                        """)
                .params(referralId, reading.body(), reading.account(), reading.purpose())
                .params(
                        classes.stream().sorted().map(Enum::name).toArray(String[]::new),
                        OffsetDateTime.now(clock))
                .update();
    }
}
