package de.kim.reporting.read;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far the ledger is.
 *
 * @param size how many events it has; the last index is one less
 * @param newest the latest time of an event; null when there is none
 * @param live the report tables that are shown
 */
record LedgerHead(long size, @Nullable Instant newest, LiveSet live) {
    private static final String READ = "select size, newest, live_set from ledger_head";

    static LedgerHead read(JdbcTemplate jdbc) {
        return read(jdbc, READ);
    }

    /** Keeps every writer out until the end of the transaction. */
    static LedgerHead lock(JdbcTemplate jdbc) {
        return read(jdbc, READ + " for update");
    }

    private static LedgerHead read(JdbcTemplate jdbc, String sql) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        sql,
                        (row, number) ->
                                new LedgerHead(
                                        row.getLong("size"),
                                        ReportTable.instant(row, "newest"),
                                        LiveSet.named(row.getString("live_set")))));
    }
}
