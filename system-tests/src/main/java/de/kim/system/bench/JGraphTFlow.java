package de.kim.system.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Minimum-cost flow by JGraphT: people, then courses, then a sink; an edge costs the position in
 * the list, "no place" more than any chain of moves.
 */
final class JGraphTFlow {
    private static final int NO_PLACE = 1_000;

    private JGraphTFlow() {}

    static int[] solve(Market market) {
        var people = market.people();
        var courses = market.places().length;
        var sink = people + courses;
        var graph =
                new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(
                        DefaultWeightedEdge.class);
        for (var vertex = 0; vertex <= sink; vertex++) {
            graph.addVertex(vertex);
        }
        Map<DefaultWeightedEdge, Integer> capacity = new HashMap<>();
        for (var p = 0; p < people; p++) {
            var list = market.preferences()[p];
            for (var k = 0; k < list.length; k++) {
                capacity.put(edge(graph, p, people + list[k], k), 1);
            }
            capacity.put(edge(graph, p, sink, NO_PLACE), 1);
        }
        for (var c = 0; c < courses; c++) {
            capacity.put(edge(graph, people + c, sink, 0), market.places()[c]);
        }
        var flow =
                new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                        .getMinimumCostFlow(
                                new MinimumCostFlowProblem.MinimumCostFlowProblemImpl<>(
                                        graph,
                                        vertex ->
                                                vertex < people ? 1 : vertex == sink ? -people : 0,
                                        capacity::get));
        var plan = new int[people];
        Arrays.fill(plan, -1);
        flow.getFlowMap()
                .forEach(
                        (edge, units) -> {
                            int from = graph.getEdgeSource(edge);
                            int to = graph.getEdgeTarget(edge);
                            if (units > 0.5 && from < people && to < sink) {
                                plan[from] = to - people;
                            }
                        });
        return plan;
    }

    private static DefaultWeightedEdge edge(
            SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph,
            int from,
            int to,
            int cost) {
        var edge = graph.addEdge(from, to);
        graph.setEdgeWeight(edge, cost);
        return edge;
    }
}
