package de.kim.system.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants measured in turns (A B B A …), so that a machine that grows slower or faster hurts
 * all of them alike. One warm-up round of each is thrown away.
 */
final class Contest {
    /** Measures one round and returns its figure. */
    interface Round {
        double measure() throws Exception;
    }

    private final Map<String, Round> contestants = new LinkedHashMap<>();
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    Contest with(String name, Round round) {
        contestants.put(name, round);
        figures.put(name, new ArrayList<>());
        return this;
    }

    /** Runs so many rounds of each. */
    Contest run(int rounds) throws Exception {
        for (var round : contestants.values()) {
            round.measure();
        }
        for (var i = 0; i < rounds; i++) {
            var turn = new ArrayList<>(contestants.keySet());
            if (i % 2 == 1) {
                java.util.Collections.reverse(turn);
            }
            for (var name : turn) {
                figures.get(name).add(contestants.get(name).measure());
            }
        }
        return this;
    }

    Range figure(String name) {
        return Range.of(figures.get(name));
    }

    /** One contestant's figure divided by another's, round by round. */
    Range ratio(String name, String against) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < figures.get(name).size(); i++) {
            ratios.add(figures.get(name).get(i) / figures.get(against).get(i));
        }
        return Range.of(ratios);
    }
}
