package de.kim.system.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * W6: from the 201 answer of referral-service to the row in the report of reporting-service, over
 * HTTP, two databases and Kafka, all five services running. Referrals come in an open loop.
 */
final class CommitToReport implements Workload {
    private static final int AIMED_RATE = 50;
    private static final List<Integer> RATES = List.of(AIMED_RATE, 200);
    private static final double AIM_MILLIS = 100;

    @Override
    public String name() {
        return "W6";
    }

    @Override
    public String question() {
        return "commit to the row in the report of another service";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name())) {
            var databases = servers.stack().databases();
            var setting =
                    new Setting(
                            bench,
                            Database.of(databases, "referral"),
                            Database.of(databases, "reporting"),
                            new Referring(servers.stack().status()));
            var lines = new ArrayList<Line>();
            for (var rate : RATES) {
                bench.tell("  %d referrals a second".formatted(rate));
                lines.addAll(setting.lines(rate));
            }
            return lines;
        }
    }

    private record Setting(
            Bench bench, Database referral, Database reporting, Referring referring) {

        List<Line> lines(int rate) throws Exception {
            var rounds = new ArrayList<Histogram>();
            var refused = new AtomicInteger();
            for (var round = 0; round <= bench.rounds(); round++) {
                // The first one warms up.
                if (round == 1) {
                    rounds.clear();
                    refused.set(0);
                }
                rounds.add(round(rate, refused));
            }
            var lines = Latencies.lines("%d referrals/s".formatted(rate), rounds);
            var p99 = lines.getLast();
            var met = p99.figure().median() <= AIM_MILLIS && refused.get() == 0;
            return List.of(
                    lines.getFirst(),
                    rate == AIMED_RATE ? p99.aimed("≤ 100 ms, all taken", met) : p99,
                    Line.plain(
                            "%d referrals/s, not taken (503), all rounds".formatted(rate),
                            Range.single(refused.get()),
                            "referrals"));
        }

        private Histogram round(int rate, AtomicInteger refused) throws Exception {
            var latencies = new Latencies();
            try (var watch = new ReportWatch(reporting, latencies)) {
                OpenLoop.run(
                        rate,
                        bench.seconds(),
                        turn ->
                                referring
                                        .refer()
                                        .ifPresentOrElse(
                                                latencies::acknowledged, refused::incrementAndGet));
                latencies.complete("rows of the report");
            }
            var ids = latencies.acknowledged();
            VoidRunException.unlessEqual("stored referrals", ids.size(), stored(ids));
            return latencies.histogram();
        }

        private long stored(List<String> ids) throws SQLException {
            try (var connection = referral.ownerConnection();
                    var query =
                            connection.prepareStatement(
                                    "select count(*) from event where sequence = 0"
                                            + " and aggregate_id = any(?)")) {
                query.setArray(1, connection.createArrayOf("text", ids.toArray()));
                try (var result = query.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        }
    }
}
