package de.kim.audit.bundle;

import de.kim.rules.tree.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the events, as they come, with the leaves of the signed tree, and says what became of
 * those that differ: changed, removed, added or put elsewhere.
 */
final class LeafMatch {
    /** How far ahead an event is looked for that is not where it should be. */
    private static final int WINDOW = 100_000;

    private static final int MOST_FOUND = 1_000;

    private record Stranger(long line, String name) {}

    private final byte[] leaves;
    private final Findings findings;
    private final Map<Hash, Long> missing = new HashMap<>();
    private final List<Stranger> strangers = new ArrayList<>();
    private long expected;
    private int found;

    /**
     * @param leaves the hashes, one after the other
     */
    LeafMatch(byte[] leaves, Findings findings) {
        this.leaves = leaves;
        this.findings = findings;
    }

    long size() {
        return leaves.length / Hash.LENGTH;
    }

    /** Takes the event of a line (from 0); {@code name} is how it is called in a finding. */
    void take(long line, Hash hash, String name) {
        if (found > MOST_FOUND) {
            return;
        }
        if (is(expected, hash)) {
            settle(List.of());
            expected++;
            return;
        }
        Long elsewhere = missing.remove(hash);
        if (elsewhere != null) {
            // an earlier event stands too early, and another one too late: that one is told
            if (elsewhere == line) {
                return;
            }
            find("%s stands at index %d and was signed at %d".formatted(name, line, elsewhere));
            return;
        }
        long ahead = ahead(hash);
        if (ahead < 0) {
            strangers.add(new Stranger(line, name));
            return;
        }
        List<Long> skipped = new ArrayList<>();
        for (long index = expected; index < ahead; index++) {
            skipped.add(index);
        }
        settle(skipped);
        expected = ahead + 1;
    }

    /** No event follows. */
    void end() {
        List<Long> skipped = new ArrayList<>();
        for (long index = expected; index < size() && skipped.size() < MOST_FOUND; index++) {
            skipped.add(index);
        }
        settle(skipped);
        missing.values().stream()
                .sorted()
                .forEach(index -> find("the event of index %d was removed".formatted(index)));
    }

    /** Strangers stand for the skipped ones as long as there are some; the rest was added. */
    private void settle(List<Long> skipped) {
        int both = Math.min(strangers.size(), skipped.size());
        for (int i = 0; i < both; i++) {
            find(
                    "the event of index %d was changed: there is %s"
                            .formatted(skipped.get(i), strangers.get(i).name()));
        }
        for (Stranger added : strangers.subList(both, strangers.size())) {
            find("%s was added at index %d".formatted(added.name(), added.line()));
        }
        for (long index : skipped.subList(both, skipped.size())) {
            missing.put(leaf(index), index);
        }
        strangers.clear();
    }

    private void find(String sentence) {
        found++;
        findings.violated(sentence);
    }

    private long ahead(Hash hash) {
        for (long index = expected + 1; index < size() && index <= expected + WINDOW; index++) {
            if (is(index, hash)) {
                return index;
            }
        }
        return -1;
    }

    private boolean is(long index, Hash hash) {
        return index < size() && leaf(index).equals(hash);
    }

    private Hash leaf(long index) {
        byte[] bytes = new byte[Hash.LENGTH];
        System.arraycopy(leaves, Math.toIntExact(index * Hash.LENGTH), bytes, 0, Hash.LENGTH);
        return Hash.of(bytes);
    }
}
