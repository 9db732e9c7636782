package de.kim.reporting.read;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must never happen to a ledger, and did: kept, logged and counted, each once. */
@Component
public class LedgerAlarms {
    private static final Logger log = LoggerFactory.getLogger(LedgerAlarms.class);

    /** What happened; stable names. */
    public enum Code {
        /** A source said something else under the same id, or the same place in its sequence. */
        SAME_ID_OTHER_BYTES,
        /** An event or node in the database is not what the tree says. */
        LEDGER_CHANGED,
        /** The tree does not begin with what was signed last, or ends before it. */
        NOT_WHAT_WAS_SIGNED,
        /** A source has said more, or something else, than what is here. */
        NOT_WHAT_WAS_SEALED,
        /** The key that has to sign is not in the key folder. */
        SIGNING_KEY_MISSING
    }

    /** One alarm. */
    public record Alarm(long number, Instant raisedAt, Code code, String detail) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MeterRegistry metrics;

    public LedgerAlarms(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Raises one, in the transaction of the caller, unless it was raised before. */
    void raise(Code code, String detail) {
        int fresh =
                jdbc.sql(
                                """
                                insert into ledger_alarm (raised_at, code, detail)
                                values (?, ?, ?) on conflict do nothing
                                """)
                        .params(clock.instant().atOffset(ZoneOffset.UTC), code.name(), detail)
                        .update();
        if (fresh > 0) {
            log.error("{}: {}", code, detail);
            metrics.counter("kim.ledger.alarms", "code", code.name()).increment();
        }
    }

    /** The newest first, at most so many. */
    List<Alarm> newest(int most) {
        return jdbc.sql("select * from ledger_alarm order by number desc limit ?")
                .param(most)
                .query(
                        (row, i) ->
                                new Alarm(
                                        row.getLong("number"),
                                        row.getObject("raised_at", OffsetDateTime.class)
                                                .toInstant(),
                                        Code.valueOf(row.getString("code")),
                                        row.getString("detail")))
                .list();
    }
}
