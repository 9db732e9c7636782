package de.kim.reporting.read;

import de.kim.events.WireNames;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rebuilds that were asked for: stored, done one at a time, and again after a crash. */
@Component
public class RebuildRequests {
    private static final Logger log = LoggerFactory.getLogger(RebuildRequests.class);

    /** Any number will do, as long as nobody else in this database uses it. */
    private static final long LOCK = 0x6b696d_7265L;

    private static final String[] KNOWN = WireNames.all().keySet().toArray(String[]::new);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Rebuild rebuild;
    private final Clock clock;
    private volatile Instant notBefore = Instant.EPOCH;

    public RebuildRequests(JdbcClient jdbc, DataSource dataSource, Rebuild rebuild, Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    /**
     * Asks for a rebuild.
     *
     * @return its number
     */
    public long request() {
        return jdbc.sql("insert into rebuild (requested_at) values (?) returning number")
                .param(sql(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Asks for one when the report has not understood a type that this version knows. */
    private void askWhenTypesAreLearned() {
        jdbc.sql(
                        """
                        insert into rebuild (requested_at)
                        select :now
                        where exists (select from report_unknown_type where type = any (:known))
                            and not exists (select from rebuild where finished_at is null)
                        """)
                .param("now", sql(clock.instant()))
                .param("known", KNOWN)
                .update();
    }

    /** Does what was asked for, unless another instance is doing it. */
    @Scheduled(fixedDelayString = "${kim.rebuild.poll:500ms}")
    public void work() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        askWhenTypesAreLearned();
        if (waiting().isPresent()) {
            try (Connection connection = dataSource.getConnection()) {
                if (locked(connection, "pg_try_advisory_lock")) {
                    try {
                        waiting().ifPresent(this::rebuild);
                    } finally {
                        locked(connection, "pg_advisory_unlock");
                    }
                }
            } catch (SQLException e) {
                log.warn("no connection for a rebuild; tried again", e);
            }
        }
    }

    /** All that were asked for until now are answered by one rebuild. */
    private Optional<Long> waiting() {
        return jdbc.sql("select max(number) from rebuild where finished_at is null")
                .query(Long.class)
                .optional();
    }

    private void rebuild(long last) {
        try {
            RebuildResult result = rebuild.run();
            if (!result.learned().isEmpty()) {
                log.info("the report was built anew and now understands {}", result.learned());
            } else if (result.divergence().rows() > 0) {
                log.error(
                        "the report had diverged in {} rows and was replaced: {}",
                        result.divergence().rows(),
                        result.divergence().examples());
            }
            finish(last, result);
        } catch (SQLException | IOException | RuntimeException e) {
            log.error("a rebuild failed and is tried again in a minute", e);
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
        }
    }

    private void finish(long last, RebuildResult result) {
        jdbc.sql(
                        """
                        update rebuild set finished_at = :now, ledger_size = :size,
                            millis = :millis, divergent = :divergent, examples = :examples
                        where number <= :last and finished_at is null
                        """)
                .param("now", sql(clock.instant()))
                .param("size", result.events())
                .param("millis", result.rebuildMillis())
                .param("divergent", result.divergence().rows())
                .param("examples", String.join("\n", result.divergence().examples()))
                .param("last", last)
                .update();
    }

    private static boolean locked(Connection connection, String function) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select " + function + "(?)")) {
            call.setLong(1, LOCK);
            try (ResultSet answer = call.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
