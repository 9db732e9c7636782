package de.kim.system.bench;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run of the benchmarks: how long, where, and what was found out about the machine. */
public final class Bench {
    private final Path home;
    private final int rounds;
    private final double seconds;
    private final boolean quick;
    private final double share;
    private final Map<String, String> facts = new LinkedHashMap<>();

    /**
     * @param home a folder for the servers that this run starts; other users may pass through it,
     *     because PostgreSQL does not run as root
     * @param rounds rounds of each contestant, at least five for a published figure
     * @param seconds length of a round
     * @param quick smaller data, to try the harness; no figure of such a run is worth anything
     */
    public Bench(Path home, int rounds, double seconds, boolean quick) {
        this(home, rounds, seconds, quick, 0);
    }

    /**
     * @param share of a year of all Germany, for W11
     */
    Bench(Path home, int rounds, double seconds, boolean quick, double share) {
        this.home = home;
        this.rounds = rounds;
        this.seconds = seconds;
        this.quick = quick;
        this.share = share;
    }

    Path home() {
        return home;
    }

    int rounds() {
        return rounds;
    }

    double seconds() {
        return seconds;
    }

    double share() {
        return share;
    }

    /** One of two sizes. */
    int size(int full, int small) {
        return quick ? small : full;
    }

    /** Something about the machine or its servers that belongs above the table. */
    void fact(String name, String value) {
        facts.put(name, value);
    }

    Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Progress, for the person who waits. */
    void tell(String what) {
        System.err.println(what);
    }
}
