package de.kim.system.bench;

import de.kim.kit.door.CloudEventJson;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** W5: the report built anew from the ledger, nothing else going on. */
final class RebuildReport implements Workload {
    private static final double AIM_OF_LIMIT = 0.6;
    private static final double AIM_OF_STOCK = 5;
    private static final int FETCH = 2000;

    @Override
    public String name() {
        return "W5";
    }

    @Override
    public String question() {
        return "rebuild the report from the ledger, idle";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres");
                var reporting = new ReportingCode()) {
            var database = servers.database("rebuild");
            reporting.migrate(database);
            bench.tell("  filling the ledger");
            var events = fill(bench, database);
            try (var pool = database.pool(8)) {
                var replay = replay(bench, database, pool);
                bench.tell("  rebuilding from %d events".formatted(events));
                var firstWas = new boolean[] {true};
                return lines(
                        new Contest("events/s")
                                .with("plain read", () -> plainRead(pool, events))
                                .with("ours", () -> rebuild(reporting, pool, events, firstWas))
                                .with("stock", () -> replay.round(1, bench.seconds()))
                                .with("stock, batches", () -> replay.round(100, bench.seconds()))
                                .run(bench.rounds()),
                        events);
            }
        }
    }

    private static long fill(Bench bench, Database database) throws Exception {
        try (var connection = database.ownerConnection()) {
            var events = new Ledger().fill(connection, bench.size(1_000_000, 50_000));
            database.asOwner("vacuum analyze ledger");
            return events;
        }
    }

    private static Replay replay(Bench bench, Database database, DataSource pool) throws Exception {
        var transactions = new JdbcTransactionManager(pool);
        var replay =
                new Replay(
                        StockAxon.in(database, pool, transactions),
                        database,
                        bench.size(200_000, 20_000));
        replay.fill(new TransactionTemplate(transactions));
        return replay;
    }

    /**
     * The limit: every event of the ledger through a cursor, decoded by one thread, kept nowhere.
     */
    private static Measured plainRead(DataSource pool, long events) throws Exception {
        var json = new CloudEventJson();
        var begin = System.nanoTime();
        var known = 0L;
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement("select bytes from ledger order by index")) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (json.read(rows.getBytes(1)) instanceof CloudEventJson.Reading.Known) {
                            known++;
                        }
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        VoidRunException.unlessEqual("plain read", events, known);
        return Measured.of(known / ((System.nanoTime() - begin) / 1e9));
    }

    /** The first one, a warm-up, fills a report that was empty; no later one may differ from it. */
    private static Measured rebuild(
            ReportingCode reporting, DataSource pool, long events, boolean[] first)
            throws Exception {
        var rebuilt = reporting.rebuild(pool);
        VoidRunException.unlessEqual("rebuild", events, rebuilt.events());
        if (!first[0]) {
            VoidRunException.unlessEqual("rebuild: rows that differ", 0, rebuilt.divergent());
        }
        first[0] = false;
        return Measured.of(rebuilt.events() / (rebuilt.millis() / 1e3));
    }

    private static List<Line> lines(Contest contest, long events) {
        var what = "%,d events, ".formatted(events);
        return List.of(
                contest.line(what + "plain cursor read and decode (the limit)", "plain read"),
                contest.line(what + "ours", "ours", "plain read").aimedRatio(AIM_OF_LIMIT),
                contest.line(what + "ours", "ours", "stock").aimedRatio(AIM_OF_STOCK),
                contest.line("stock Axon 4.13 replay, as it comes (batch 1)", "stock"),
                contest.line("stock Axon 4.13 replay, batches of 100", "stock, batches"),
                contest.line(what + "ours", "ours", "stock, batches"));
    }
}
