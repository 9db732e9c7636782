package de.kim.rules.tree;

import java.util.ArrayList;
import java.util.List;

/** The root of leaves that come one by one; keeps no more than one hash a level. */
public final class GrowingTree {
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** Adds the next leaf, which is hashed already. */
    public void add(Hash leaf) {
        Hash hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            hash = Hash.node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.node(peaks.get(i), root);
        }
        return root;
    }
}
