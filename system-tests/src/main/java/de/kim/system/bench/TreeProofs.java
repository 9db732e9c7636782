package de.kim.system.bench;

import de.kim.rules.tree.Proofs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * PROOF: what a proof of inclusion takes at ten million leaves, by reporting-service's own tree
 * over PostgreSQL, as its endpoint puts one together: leaf, root and path. Each proof is checked by
 * the auditor's code. The tree has leaves of nothing: no proof reads the events.
 */
final class TreeProofs implements Workload {
    private static final double AIM_MILLIS = 5;
    private static final long SEED = 20261128;

    @Override
    public String name() {
        return "PROOF";
    }

    @Override
    public String question() {
        return "a proof of inclusion in a ledger of 10,000,000 events";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var servers = Servers.start(bench, name(), "postgres");
                var reporting = new ReportingCode()) {
            var database = servers.database("proof");
            reporting.migrate(database);
            var leaves = bench.size(10_000_000, 50_000);
            bench.tell("  growing the tree");
            database.asOwner(
                    "insert into ledger_node (level, index, hash)"
                            + " select 0, n, sha256(int8send(n)) from generate_series(0, %d::bigint) n"
                                    .formatted(leaves - 1),
                    "select ledger_grow_nodes()",
                    "vacuum analyze ledger_node");
            try (var pool = database.pool(4)) {
                var tree = reporting.tree(pool);
                var rounds = new ArrayList<Histogram>();
                for (var round = 0; round <= bench.rounds(); round++) {
                    rounds.add(round(bench, tree, leaves, SEED + round));
                }
                // The first one warmed up.
                var lines =
                        Latencies.lines(
                                "inclusion, %,d leaves, any of them".formatted(leaves),
                                rounds.subList(1, rounds.size()));
                var p99 = lines.getLast();
                return List.of(
                        lines.getFirst(), p99.aimed("≤ 5 ms", p99.figure().median() <= AIM_MILLIS));
            }
        }
    }

    /** One after the other: as many as the length of a round allows. */
    private static Histogram round(Bench bench, ReportingCode.Tree tree, long size, long seed)
            throws Exception {
        var histogram = new Histogram(3);
        var dice = new SplittableRandom(seed);
        var end = System.nanoTime() + (long) (bench.seconds() * 1e9);
        while (System.nanoTime() < end) {
            var index = dice.nextLong(size);
            var begin = System.nanoTime();
            var proof = tree.prove(index, size);
            histogram.recordValue(System.nanoTime() - begin);
            if (!Proofs.includes(proof.leaf(), index, size, proof.path(), proof.root())) {
                throw new IllegalStateException("a proof proves nothing: the run is void");
            }
        }
        return histogram;
    }
}
