package de.kim.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Contestants measured in turns (A B B A …), so that a machine that grows slower or faster hurts
 * all of them alike. One warm-up round of each is thrown away.
 */
final class Contest {
    /** Measures one round. */
    interface Round {
        Measured measure() throws Exception;
    }

    private record Contestant(String name, Round round, List<Measured> rounds) {}

    private final List<Contestant> contestants = new ArrayList<>();
    private final String unit;

    /**
     * @param unit of every figure, for example {@code events/s}
     */
    Contest(String unit) {
        this.unit = unit;
    }

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
                contestant.rounds().add(contestant.round().measure());
            }
        }
        return this;
    }

    /** The line of a contestant that is compared with nobody. */
    Line line(String what, String name) {
        return Line.plain(what, figure(name), unit).costing(cpu(name));
    }

    /** The line of a contestant, compared with another round by round. */
    Line line(String what, String name, String against) {
        return Line.compared(what, figure(name), unit, against, ratio(name, against))
                .costing(cpu(name));
    }

    Range figure(String name) {
        return Range.of(rounds(name).stream().map(Measured::figure).toList());
    }

    /** One contestant's figure divided by another's, round by round. */
    Range ratio(String name, String against) {
        var own = rounds(name);
        var other = rounds(against);
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).figure() / other.get(i).figure());
        }
        return Range.of(ratios);
    }

    private @Nullable Range cpu(String name) {
        var cpu = rounds(name).stream().map(Measured::cpuMicros).toList();
        return cpu.stream().anyMatch(micros -> micros.isNaN()) ? null : Range.of(cpu);
    }

    private List<Measured> rounds(String name) {
        Map<String, List<Measured>> byName = new TreeMap<>();
        contestants.forEach(contestant -> byName.put(contestant.name(), contestant.rounds()));
        var rounds = byName.get(name);
        if (rounds == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return rounds;
    }
}
