package de.kim.system.bench;

import com.sun.management.ThreadMXBean;
import de.kim.rules.ClearingRound;
import de.kim.rules.DeferredAcceptance;
import de.kim.rules.RoundInput;
import de.kim.rules.verify.RoundVerifier;
import de.kim.simulator.SampleRound;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** W9: the matching of a round, small to national, and a whole round from the raw input. */
final class Match implements Workload {
    private static final int CHOICES = 20;
    private static final int RADIUS_KM = 30;
    private static final long SEED = 9;
    private static final double MILLION = 1e6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "W9";
    }

    @Override
    public String question() {
        return "match people and courses, %d choices each, and hold a whole round"
                .formatted(CHOICES);
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        var lines = new ArrayList<Line>();
        lines.addAll(size(bench, 1_000, 50, Double.NaN));
        lines.addAll(size(bench, 10_000, 500, 50));
        lines.addAll(size(bench, 100_000, bench.size(2_000, 500), Double.NaN));
        if (bench.size(1, 0) == 1) {
            lines.addAll(size(bench, 1_000_000, 20_000, 5_000));
        }
        lines.addAll(growth(bench));
        lines.addAll(wholeRound(bench));
        lines.addAll(Peers.lines(bench, Market.of(1_000, 50, CHOICES, SEED), "1,000 × 50"));
        if (bench.size(1, 0) == 1) {
            lines.addAll(Peers.lines(bench, Market.of(10_000, 500, CHOICES, SEED), "10,000 × 500"));
        }
        return lines;
    }

    private List<Line> size(Bench bench, int people, int courses, double aimMillis)
            throws Exception {
        var market = Market.of(people, courses, CHOICES, SEED);
        var what = "%,d × %,d, matching".formatted(people, courses);
        bench.tell("  " + what);
        var contest = new Contest("ms").with("ours", () -> millis(market)).run(bench.rounds());
        var line = contest.line(what, "ours");
        var memory = memory(market);
        var aimed = !Double.isNaN(aimMillis);
        return List.of(
                aimed
                        ? line.aimed(
                                "≤ %,.0f ms".formatted(aimMillis),
                                contest.figure("ours").median() <= aimMillis)
                        : line,
                people < 1_000_000
                        ? memory
                        : memory.aimed("≤ 2,000 MB", memory.figure().median() <= 2_000));
    }

    /** The result counts only when it is stable. */
    private static Measured millis(Market market) {
        var begin = System.nanoTime();
        var matched =
                DeferredAcceptance.match(market.preferences(), market.order(), market.places());
        var millis = (System.nanoTime() - begin) / MILLION;
        market.placed(matched);
        VoidRunException.unlessEqual("blocking pairs", 0, market.blockingPairs(matched));
        return Measured.of(millis);
    }

    /**
     * The lists and all that matching allocates, garbage included: the most that can be in use at
     * once.
     */
    private Line memory(Market market) {
        var before = threads.getCurrentThreadAllocatedBytes();
        DeferredAcceptance.match(market.preferences(), market.order(), market.places());
        var allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // two lists of 4 bytes an entry, an array of 16 bytes and a reference for each person
        var lists = 8 * market.entries() + 24L * market.people();
        return Line.plain(
                "%,d × %,d, memory".formatted(market.people(), market.places().length),
                Range.single((lists + allocated) / MILLION),
                "MB");
    }

    /** Time by list entry must not grow with the length of the lists. */
    private static List<Line> growth(Bench bench) throws Exception {
        var contest = new Contest("ns/entry");
        var people = bench.size(100_000, 10_000);
        var courses = bench.size(2_000, 200);
        for (var choices : List.of(10, 20, 40)) {
            var market = Market.of(people, courses, choices, SEED);
            contest.with(
                    choices + " choices",
                    () -> Measured.of(millis(market).figure() * MILLION / market.entries()));
        }
        contest.run(bench.rounds());
        var what = "%,d × %,d, matching time by list entry, ".formatted(people, courses);
        var longest = contest.line(what + "40 choices", "40 choices", "10 choices");
        return List.of(
                contest.line(what + "10 choices", "10 choices"),
                contest.line(what + "20 choices", "20 choices", "10 choices"),
                longest.aimed(
                        "≤ 1.5 × 10 choices",
                        contest.ratio("40 choices", "10 choices").median() <= 1.5));
    }

    /** Raw input to verified outcome: what a service does between reading and storing. */
    private static List<Line> wholeRound(Bench bench) throws Exception {
        var people = bench.size(10_000, 1_000);
        var courses = bench.size(500, 50);
        var input = SampleRound.of(people, courses, RADIUS_KM, SEED);
        var what = "%,d × %,d within %d km, ".formatted(people, courses, RADIUS_KM);
        bench.tell("  " + what + "whole round");
        var contest =
                new Contest("ms")
                        .with("decide", () -> decide(input))
                        .with("verify", () -> verify(input))
                        .run(bench.rounds());
        return List.of(
                contest.line(what + "eligibility, both orders, matching and digest", "decide")
                        .aimed("≤ 500 ms", contest.figure("decide").median() <= 500),
                contest.line(what + "the verifier after it", "verify"));
    }

    private static Measured decide(RoundInput input) {
        var begin = System.nanoTime();
        var outcome = ClearingRound.decide(input);
        var millis = (System.nanoTime() - begin) / MILLION;
        VoidRunException.unlessAtLeast("assignments", 1, outcome.assignments().size());
        return Measured.of(millis);
    }

    private static Measured verify(RoundInput input) {
        var outcome = ClearingRound.decide(input);
        var begin = System.nanoTime();
        var passed = RoundVerifier.passed(RoundVerifier.verify(input, outcome));
        var millis = (System.nanoTime() - begin) / MILLION;
        VoidRunException.unlessEqual("verified rounds", 1, passed ? 1 : 0);
        return Measured.of(millis);
    }
}
