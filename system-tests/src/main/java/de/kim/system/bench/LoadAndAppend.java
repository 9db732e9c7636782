package de.kim.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * W2: a command loads an aggregate with a long history and appends one event, by command bus, with
 * no web around it. Ours twice: with every aggregate still in memory, and with none.
 */
final class LoadAndAppend implements Workload {
    private static final List<Integer> HISTORIES = List.of(10, 100, 1000);
    private static final int CLIENTS = 4;
    private static final int MOST_AGGREGATES = 2000;
    private static final int FEWEST_AGGREGATES = 64;
    private static final double AIM = 2;

    @Override
    public String name() {
        return "W2";
    }

    @Override
    public String question() {
        return "load an aggregate with a history, append one event, " + CLIENTS + " clients";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres")) {
            var database = servers.database("load");
            try (var hotKit =
                            Kit.start(database, "kim.store.hot-aggregates=" + 2 * MOST_AGGREGATES);
                    var coldKit = Kit.start(database, "kim.store.hot-aggregates=0")) {
                var stock = StockAxon.in(database, hotKit.pool());
                var hot = hotKit.side("ours, hot");
                var cold = coldKit.side("ours, cold");
                var theirs = stock.side("stock Axon");
                var lines = new ArrayList<Line>();
                for (var events : HISTORIES) {
                    bench.tell("  %d events".formatted(events));
                    var setting = new Setting(bench, database, servers.cpu(), events);
                    var contest =
                            new Contest("commands/s")
                                    .with("stock", () -> setting.round(theirs, false))
                                    .with("cold", () -> setting.round(cold, false))
                                    .with("hot", () -> setting.round(hot, true))
                                    .run(bench.rounds());
                    lines.addAll(lines(contest, events));
                }
                return lines;
            }
        }
    }

    private static List<Line> lines(Contest contest, int events) {
        var what = events + " events, ";
        return List.of(
                contest.line(what + "stock Axon 4.13", "stock"),
                contest.line(what + "ours, cold", "cold", "stock"),
                contest.line(what + "ours, hot", "hot", "stock").aimedRatio(AIM));
    }

    /** Aggregates with so many events each. */
    private record Setting(Bench bench, Database database, Cpu cpu, int events) {

        /**
         * Fills the table anew, then has each client command its own aggregates in turns. No
         * aggregate grows by more than a tenth.
         *
         * @param warm whether each aggregate is used once before
         */
        Measured round(EventSide side, boolean warm) throws Exception {
            database.asOwner("truncate " + side.table());
            var courses = Stream.generate(UUID::randomUUID).limit(aggregates()).toList();
            side.fill(courses, events);
            if (warm) {
                courses.forEach(side::change);
            }
            database.asOwner("analyze " + side.table());
            var own = courses.size() / CLIENTS;
            var before = cpu.nanos();
            var done =
                    Clients.run(
                            CLIENTS,
                            bench.seconds(),
                            (long) own * Math.max(1, events / 10),
                            (client, turn) ->
                                    side.change(courses.get(client * own + (int) (turn % own))));
            var micros = (cpu.nanos() - before) / 1e3 / done.count();
            var filled = (long) courses.size() * (warm ? events + 1 : events);
            VoidRunException.unlessEqual(
                    side.name(),
                    filled + done.count(),
                    database.number("select count(*) from " + side.table()));
            return new Measured(done.perSecond(), micros);
        }

        private int aggregates() {
            var wanted = bench.size(20_000, 5_000) / events;
            return Math.clamp(wanted, FEWEST_AGGREGATES, MOST_AGGREGATES);
        }
    }
}
