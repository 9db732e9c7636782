package de.kim.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks into the report's own table every two milliseconds for the referrals that are awaited. */
final class ReportWatch implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private final Database reporting;
    private final Latencies latencies;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;

    ReportWatch(Database reporting, Latencies latencies) {
        this.reporting = reporting;
        this.latencies = latencies;
        this.thread = Thread.ofPlatform().daemon().name("bench-watch").start(this::watch);
    }

    private void watch() {
        try (var connection = reporting.ownerConnection()) {
            while (!closing) {
                look(connection, latencies.awaited());
                LockSupport.parkNanos(PAUSE);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    /** Only one of the two sets of tables is live: the report has a row as soon as either has. */
    private void look(Connection connection, List<String> awaited) throws SQLException {
        if (awaited.isEmpty()) {
            return;
        }
        try (var query =
                connection.prepareStatement(
                        "select referral_id from report_case_a where referral_id = any(?::uuid[])"
                                + " union all"
                                + " select referral_id from report_case_b"
                                + " where referral_id = any(?::uuid[])")) {
            var ids = connection.createArrayOf("text", awaited.toArray());
            query.setArray(1, ids);
            query.setArray(2, ids);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    latencies.seen(rows.getString(1));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        closing = true;
        thread.join();
        var failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
