package de.kim.system.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * W8: W1 at 16 clients on a store that has ten million events, beside one that is empty when each
 * round begins. Both stores are of one server and one JVM.
 */
final class GrownStore implements Workload {
    private static final int CLIENTS = 16;
    private static final int EVENTS_PER_AGGREGATE = 10;
    private static final int AT_ONCE = 500_000;

    /** Like the first event, over and over: as the rows of W1, ten to an aggregate. */
    private static final String GROW =
            """
            insert into event (aggregate_type, aggregate_id, sequence, event_id, type, revision,
                payload, metadata, occurred_at, public_count, subject_sequence)
            select one.aggregate_type, md5('aggregate' || n / 10)::uuid::text, n %% 10,
                md5('event' || n)::uuid, one.type, one.revision, one.payload, one.metadata,
                one.occurred_at, n %% 10 + 1, n %% 10 + 1
            from generate_series(%d::bigint, %d) n,
                (select * from event order by position limit 1) one
            """;

    @Override
    public String name() {
        return "W8";
    }

    @Override
    public String question() {
        return "append with %d clients on a store of 10,000,000 events".formatted(CLIENTS);
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres")) {
            var empty = servers.database("append_empty");
            var grown = servers.database("append_grown");
            try (var ofEmpty = Kit.start(empty, "KIM_DB_POOL=24");
                    var ofGrown = Kit.start(grown, "KIM_DB_POOL=24")) {
                var events = bench.size(10_000_000, 100_000);
                var grownSide = ofGrown.side("ours, grown");
                grownSide.append(UUID.randomUUID(), 0);
                grow(bench, grown, events);
                var emptySide = ofEmpty.side("ours, empty");
                var first = new Append.Setting(bench, empty, servers.cpu(), CLIENTS);
                var second = new Setting(bench, grown, servers.cpu());
                bench.tell("  appending");
                var contest =
                        new Contest("events/s")
                                .with("empty", () -> first.round(Kit.TABLE, emptySide::append))
                                .with("grown", () -> second.round(grownSide::append))
                                .run(bench.rounds());
                var who = "%d clients, ".formatted(CLIENTS);
                return List.of(
                        contest.line(who + "a store that begins empty", "empty"),
                        contest.line(
                                who + "a store of %,d events and more".formatted(events),
                                "grown",
                                "empty"),
                        Line.plain(
                                "the grown store on disk, indexes included",
                                Range.single(
                                        grown.number("select pg_total_relation_size('event')")
                                                / 1e9),
                                "GB"));
            }
        }
    }

    private static void grow(Bench bench, Database database, int events) throws SQLException {
        for (var from = 0; from < events; from += AT_ONCE) {
            bench.tell("  %,d of %,d events".formatted(from, events));
            database.asOwner(GROW.formatted(from, Math.min(events, from + AT_ONCE) - 1));
        }
        database.asOwner("vacuum analyze event");
    }

    /** As in W1, but nothing is emptied. */
    private record Setting(Bench bench, Database database, Cpu cpu) {
        Measured round(Append.Appender appender) throws Exception {
            var count = "select count(*) from event";
            var stored = database.number(count);
            var courses = new UUID[CLIENTS];
            var before = cpu.nanos();
            var done =
                    Clients.run(
                            CLIENTS,
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
            VoidRunException.unlessEqual("events", done.count(), database.number(count) - stored);
            return new Measured(done.perSecond(), micros);
        }
    }
}
