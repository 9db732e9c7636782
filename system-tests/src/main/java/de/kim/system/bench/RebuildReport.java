package de.kim.system.bench;

import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** W5: the report built anew from the ledger, idle and while events go on arriving in it. */
final class RebuildReport implements Workload {
    private static final double AIM_OF_LIMIT = 0.6;
    private static final double AIM_OF_STOCK = 5;
    private static final int FETCH = 2000;
    private static final int ARRIVING = 200;

    @Override
    public String name() {
        return "W5";
    }

    @Override
    public String question() {
        return "rebuild the report from the ledger, idle and while %d events/s arrive"
                .formatted(ARRIVING);
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
                var setting = new Setting(reporting, database, pool, reporting.live(pool));
                bench.tell("  rebuilding from %d events".formatted(events));
                // It fills a report that was empty; none after it may find one that differs.
                reporting.rebuild(pool);
                var contest =
                        new Contest("events/s")
                                .with("plain read", setting::plainRead)
                                .with("ours", setting::rebuild)
                                .with("plain, loaded", () -> setting.loaded(setting::plainRead))
                                .with("ours, loaded", () -> setting.loaded(setting::rebuild))
                                .with("stock", () -> replay.round(1, bench.seconds()))
                                .with("stock, batches", () -> replay.round(100, bench.seconds()))
                                .run(bench.rounds());
                // What arrived during the last one stands in the report that is shown now.
                setting.rebuild();
                return lines(contest, events);
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
                new Replay(StockAxon.in(database, pool), database, bench.size(200_000, 20_000));
        replay.fill(new TransactionTemplate(transactions));
        return replay;
    }

    private record Setting(
            ReportingCode reporting, Database database, DataSource pool, ReportingCode.Live live) {

        private long size() throws SQLException {
            return database.number("select size from ledger_head");
        }

        /**
         * The limit: every event of the ledger through a cursor, decoded by one thread, kept
         * nowhere.
         */
        Measured plainRead() throws Exception {
            var events = size();
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
                            if (json.read(rows.getBytes(1)) instanceof Reading.Known) {
                                known++;
                            }
                        }
                    }
                }
                connection.rollback();
                connection.setAutoCommit(true);
            }
            VoidRunException.unlessAtLeast("plain read", events, known);
            return Measured.of(known / ((System.nanoTime() - begin) / 1e9));
        }

        /** Each one compares the report that the one before and what arrived since have made. */
        Measured rebuild() throws Exception {
            var events = size();
            var rebuilt = reporting.rebuild(pool);
            VoidRunException.unlessAtLeast("rebuild", events, rebuilt.events());
            VoidRunException.unlessEqual("rebuild: rows that differ", 0, rebuilt.divergent());
            return Measured.of(rebuilt.events() / (rebuilt.millis() / 1e3));
        }

        /** The same while events arrive; all of them have to be in the ledger afterwards. */
        Measured loaded(Contest.Round round) throws Exception {
            var before = size();
            try (var load = Load.start(ARRIVING, turn -> live.take(Ledger.at(before + turn)))) {
                var measured = round.measure();
                VoidRunException.unlessEqual(
                        "events that arrived meanwhile", before + load.stop(), size());
                return measured;
            }
        }
    }

    private static List<Line> lines(Contest contest, long events) {
        var what = "%,d events, ".formatted(events);
        var loaded = "%,d events, %d/s arriving, ".formatted(events, ARRIVING);
        return List.of(
                contest.line(what + "plain cursor read and decode (the limit)", "plain read"),
                contest.line(what + "ours", "ours", "plain read").aimedRatio(AIM_OF_LIMIT),
                contest.line(what + "ours", "ours", "stock").aimedRatio(AIM_OF_STOCK),
                contest.line(loaded + "plain cursor read and decode", "plain, loaded"),
                contest.line(loaded + "ours", "ours, loaded", "plain, loaded")
                        .aimedRatio(AIM_OF_LIMIT),
                contest.line("stock Axon 4.13 replay, as it comes (batch 1)", "stock"),
                contest.line("stock Axon 4.13 replay, batches of 100", "stock, batches"),
                contest.line(what + "ours", "ours", "stock, batches"));
    }
}
