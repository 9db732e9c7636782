package de.kim.system.bench;

import de.kim.rules.DeferredAcceptance;
import java.util.ArrayList;
import java.util.List;

/** Other people's solvers on the same lists: how long they take and what they leave unstable. */
final class Peers {
    /** A way of giving out the places: for each person a course, or −1. */
    interface Solver {
        int[] solve(Market market) throws Exception;
    }

    private record Peer(String name, Solver solver) {}

    private Peers() {}

    static List<Line> lines(Bench bench, Market market, String size) throws Exception {
        var peers = peers(bench);
        var contest = new Contest("ms");
        for (var peer : peers) {
            bench.tell("  %s, %s".formatted(size, peer.name()));
            contest.with(peer.name(), () -> millis(peer, market));
        }
        contest.run(bench.rounds());
        var lines = new ArrayList<Line>();
        for (var peer : peers) {
            var what = size + ", " + peer.name();
            var plan = peer.solver().solve(market);
            lines.add(
                    peer.name().equals("ours")
                            ? contest.line(what, "ours")
                            : contest.line(what, peer.name(), "ours"));
            lines.add(count(what, market.blockingPairs(plan), "blocking pairs"));
            lines.add(count(what, market.placed(plan), "people placed"));
        }
        return lines;
    }

    private static Line count(String what, long count, String unit) {
        return Line.plain(what, Range.single((double) count), unit);
    }

    private static List<Peer> peers(Bench bench) {
        var peers = new ArrayList<Peer>();
        peers.add(
                new Peer(
                        "ours",
                        m -> DeferredAcceptance.match(m.preferences(), m.order(), m.places())));
        peers.add(new Peer("JGraphT min-cost flow", JGraphTFlow::solve));
        if (OrToolsFlow.loads(bench)) {
            peers.add(new Peer("OR-Tools min-cost flow", OrToolsFlow::solve));
        }
        peers.add(
                new Peer(
                        "Timefold, %.0f s".formatted(bench.seconds()),
                        m -> TimefoldPlan.solve(m, bench.seconds())));
        return peers;
    }

    private static Measured millis(Peer peer, Market market) throws Exception {
        var begin = System.nanoTime();
        var plan = peer.solver().solve(market);
        var millis = (System.nanoTime() - begin) / 1e6;
        VoidRunException.unlessAtLeast("people placed", 1, market.placed(plan));
        return Measured.of(millis);
    }
}
