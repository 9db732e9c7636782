package de.kim.system.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Contestants measured in turns (A B B A …), so that a machine that grows slower or faster hurts
 * all of them alike. One warm-up round of each is thrown away.
 */
final class Contest {
    /** Measures one round and returns its figure. */
    interface Round {
        double measure() throws Exception;
    }

    private record Contestant(String name, Round round, List<Double> figures) {}

    private final List<Contestant> contestants = new ArrayList<>();

    Contest with(String name, Round round) {
        contestants.add(new Contestant(name, round, new ArrayList<>()));
        return this;
    }

    /** Runs so many rounds of each. */
    Contest run(int rounds) throws Exception {
        for (var contestant : contestants) {
            contestant.round().measure();
        }
        for (var i = 0; i < rounds; i++) {
            for (var contestant : i % 2 == 0 ? contestants : contestants.reversed()) {
                contestant.figures().add(contestant.round().measure());
            }
        }
        return this;
    }

    Range figure(String name) {
        return Range.of(figures(name));
    }

    /** One contestant's figure divided by another's, round by round. */
    Range ratio(String name, String against) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < figures(name).size(); i++) {
            ratios.add(figures(name).get(i) / figures(against).get(i));
        }
        return Range.of(ratios);
    }

    private List<Double> figures(String name) {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElseThrow()
                .figures();
    }
}
