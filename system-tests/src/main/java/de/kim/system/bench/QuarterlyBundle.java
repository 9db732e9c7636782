package de.kim.system.bench;

import de.kim.audit.bundle.BundleCompletion;
import de.kim.audit.bundle.BundleVerifier;
import de.kim.audit.bundle.Verdict;
import de.kim.audit.note.PublicKeyLine;
import de.kim.local.issuer.Accounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * BUNDLE: a bundle of 100,000 events, exported from the running reporting-service and completed
 * with the rounds' inputs as {@code ./kim audit export} does it, but for the questions to
 * allocation-service; then checked as {@code ./kim audit verify} does it, each round decided again.
 */
final class QuarterlyBundle implements Workload {
    private static final String QUARTER = "2026Q3";
    private static final double AIM_EXPORT = 20;
    private static final double AIM_VERIFY = 30;

    @Override
    public String name() {
        return "BUNDLE";
    }

    @Override
    public String question() {
        return "export and verify a quarter's bundle of 100,000 events";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers =
                Servers.start(bench, name(), "postgres", "kafka", "issuer", Reporting.SERVICE)) {
            var database = Database.of(servers.stack().databases(), "reporting");
            var rounds = new AuditedRounds();
            bench.tell("  holding rounds");
            long events;
            try (var connection = database.ownerConnection()) {
                events = rounds.fill(connection, bench.size(100_000, 5_000));
            }
            database.asOwner("vacuum analyze ledger", "vacuum analyze ledger_node");
            var reporting = new Reporting(servers.stack().status());
            reporting.rebuild();
            reporting.awaitCheckpoint(events);
            bench.tell("  %,d events in %,d rounds".formatted(events, rounds.number()));
            return new Setting(bench, reporting, rounds, events).lines();
        }
    }

    private record Setting(Bench bench, Reporting reporting, AuditedRounds rounds, long events) {

        List<Line> lines() throws Exception {
            var folder = Files.createDirectories(bench.home().resolve("bundles"));
            var exports = new ArrayList<Double>();
            var checks = new ArrayList<Double>();
            var bytes = 0L;
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  exporting and verifying");
                var file = folder.resolve("bundle-" + round + ".zip");
                exports.add(export(file));
                checks.add(verify(file));
                bytes = Files.size(file);
            }
            var what = "%,d events, %,d rounds, ".formatted(events, rounds.number());
            // The first one warmed up.
            var export = Line.plain(what + "exported", Range.of(warm(exports)), "s");
            var verify = Line.plain(what + "verified", Range.of(warm(checks)), "s");
            return List.of(
                    export.aimed("≤ 20 s", export.figure().median() <= AIM_EXPORT),
                    verify.aimed("≤ 30 s", verify.figure().median() <= AIM_VERIFY),
                    Line.plain(what + "the file", Range.single(bytes / 1e6), "MB"));
        }

        private static List<Double> warm(List<Double> figures) {
            return figures.subList(1, figures.size());
        }

        private double export(Path file) throws Exception {
            var ledger = file.resolveSibling("ledger.zip");
            var begin = System.nanoTime();
            reporting
                    .api()
                    .download(
                            Reporting.SERVICE,
                            "/api/ledger/bundle?quarter=" + QUARTER,
                            Accounts.COORDINATOR,
                            ledger);
            var completed =
                    BundleCompletion.complete(ledger, Files.newOutputStream(file), rounds.inputs());
            var seconds = (System.nanoTime() - begin) / 1e9;
            VoidRunException.unlessEqual(
                    "rounds in the bundle", rounds.number(), completed.rounds());
            return seconds;
        }

        private double verify(Path file) throws Exception {
            var keys =
                    reporting
                            .get("/api/ledger/keys")
                            .valueStream()
                            .map(key -> PublicKeyLine.parse(key.path("line").asString()))
                            .toList();
            var begin = System.nanoTime();
            var result = BundleVerifier.verify(file, keys);
            var seconds = (System.nanoTime() - begin) / 1e9;
            var outcomes =
                    result.properties().stream()
                            .filter(property -> property.name().equals("round-outcomes"))
                            .findFirst()
                            .orElseThrow();
            if (!result.ok() || outcomes.verdict() != Verdict.OK) {
                throw new IllegalStateException("the run is void: " + result);
            }
            return seconds;
        }
    }
}
