package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who read what of whom, and what for. A line commits with the reading, or before. */
@Repository
class AccessLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID referralId, Set<DataClass> classes, Reading reading) {
        jdbc.sql(
                        """
                        insert into access_log (referral_id, body, purpose, data_classes, read_at)
                        values (?, ?, ?, ?::text[], ?)
                        """)
                .params(referralId, reading.body(), reading.purpose())
                .params(
                        classes.stream().sorted().map(Enum::name).toArray(String[]::new),
                        OffsetDateTime.now(clock))
                .update();
    }
}
