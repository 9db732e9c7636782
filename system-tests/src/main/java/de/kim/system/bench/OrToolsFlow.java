package de.kim.system.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import java.util.Arrays;

/** The same flow by OR-Tools, where its native library loads. */
final class OrToolsFlow {
    private static final int NO_PLACE = 1_000;

    private OrToolsFlow() {}

    static boolean loads(Bench bench) {
        try {
            Loader.loadNativeLibraries();
            return true;
        } catch (RuntimeException | LinkageError e) {
            bench.fact("OR-Tools", "left out, its native library does not load: " + e.getMessage());
            return false;
        }
    }

    static int[] solve(Market market) {
        var people = market.people();
        var courses = market.places().length;
        var sink = people + courses;
        var flow = new MinCostFlow();
        for (var p = 0; p < people; p++) {
            var list = market.preferences()[p];
            for (var k = 0; k < list.length; k++) {
                flow.addArcWithCapacityAndUnitCost(p, people + list[k], 1, k);
            }
            flow.addArcWithCapacityAndUnitCost(p, sink, 1, NO_PLACE);
            flow.setNodeSupply(p, 1);
        }
        for (var c = 0; c < courses; c++) {
            flow.addArcWithCapacityAndUnitCost(people + c, sink, market.places()[c], 0);
        }
        flow.setNodeSupply(sink, -people);
        var status = flow.solve();
        if (status != MinCostFlow.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools ended " + status);
        }
        var plan = new int[people];
        Arrays.fill(plan, -1);
        for (var arc = 0; arc < flow.getNumArcs(); arc++) {
            var to = flow.getHead(arc);
            if (flow.getFlow(arc) > 0 && flow.getTail(arc) < people && to < sink) {
                plan[flow.getTail(arc)] = to - people;
            }
        }
        return plan;
    }
}
