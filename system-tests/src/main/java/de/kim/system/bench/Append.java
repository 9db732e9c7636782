package de.kim.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * W1: many clients append one event a commit. Each fills one aggregate with ten events and then
 * begins the next, so nobody conflicts.
 */
final class Append implements Workload {
    private static final int EVENTS_PER_AGGREGATE = 10;
    private static final int AIMED_CLIENTS = 16;
    private static final double AIM = 0.8;
    private static final List<Integer> CLIENTS = List.of(1, 4, AIMED_CLIENTS, 64);

    private final List<Integer> clients;

    Append() {
        this(CLIENTS);
    }

    Append(List<Integer> clients) {
        this.clients = clients;
    }

    /** Appends one event of a course, in a commit of its own. */
    interface Appender {
        void append(UUID course, long sequence) throws Exception;
    }

    @Override
    public String name() {
        return "W1";
    }

    @Override
    public String question() {
        return "append, one event a commit";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres")) {
            var database = servers.database("append");
            try (var kit = Kit.start(database, "KIM_DB_POOL=64")) {
                var stock = StockAxon.in(database, kit.pool());
                var raw = RawInsert.in(database, kit.pool());
                var ours = kit.side("ours");
                var theirs = stock.side("stock Axon");
                var lines = new ArrayList<Line>();
                for (var count : clients) {
                    bench.tell("  clients: %d".formatted(count));
                    var setting = new Setting(bench, database, servers.cpu(), count);
                    var contest =
                            new Contest("events/s")
                                    .with("raw", () -> setting.round(RawInsert.TABLE, raw::append))
                                    .with(
                                            "raw, transaction",
                                            () ->
                                                    setting.round(
                                                            RawInsert.TABLE,
                                                            raw::appendInTransaction))
                                    .with("ours", () -> setting.round(ours.table(), ours::append))
                                    .with(
                                            "stock",
                                            () -> setting.round(theirs.table(), theirs::append))
                                    .run(bench.rounds());
                    lines.addAll(lines(contest, count));
                }
                return lines;
            }
        }
    }

    private static List<Line> lines(Contest contest, int clients) {
        var who = clients == 1 ? "1 client, " : clients + " clients, ";
        var ours = contest.line(who + "ours", "ours", "raw");
        return List.of(
                contest.line(who + "raw insert (the limit)", "raw"),
                contest.line(who + "raw insert in a transaction", "raw, transaction", "raw"),
                clients == AIMED_CLIENTS ? ours.aimedRatio(AIM) : ours,
                contest.line(who + "stock Axon 4.13", "stock", "raw"));
    }

    /** So many clients on that database. */
    record Setting(Bench bench, Database database, Cpu cpu, int clients) {
        /**
         * Empties the table, appends for the length of a round, and counts.
         *
         * @throws VoidRunException when the table does not have as many events as were acknowledged
         */
        Measured round(String table, Appender appender) throws Exception {
            database.asOwner("truncate " + table);
            var courses = new UUID[clients];
            var before = cpu.nanos();
            var done =
                    Clients.run(
                            clients,
                            bench.seconds(),
                            Long.MAX_VALUE,
                            (client, turn) -> {
                                var sequence = turn % EVENTS_PER_AGGREGATE;
                                if (sequence == 0) {
                                    courses[client] = UUID.randomUUID();
                                }
                                appender.append(courses[client], sequence);
                            });
            var micros = (cpu.nanos() - before) / 1e3 / done.count();
            VoidRunException.unlessEqual(
                    table, done.count(), database.number("select count(*) from " + table));
            return new Measured(done.perSecond(), micros);
        }
    }
}
