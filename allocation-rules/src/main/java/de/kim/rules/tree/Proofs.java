package de.kim.rules.tree;

import java.util.List;

/** Checks proofs with nothing but hashes: the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. */
public final class Proofs {
    private Proofs() {}

    /** Whether the leaf stands at this index of the tree with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash step : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(step, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hash.node(hash, step);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of size {@code to} begins with all of the tree of size {@code from}. */
    public static boolean isConsistent(
            long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && fromRoot.equals(toRoot);
        }
        if (proof.isEmpty()) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        int step = 0;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        // a complete tree is its own first hash
        Hash first = node == 0 ? fromRoot : proof.get(step++);
        Hash old = first;
        Hash all = first;
        for (; step < proof.size(); step++) {
            if (last == 0) {
                return false;
            }
            Hash next = proof.get(step);
            if ((node & 1) == 1 || node == last) {
                old = Hash.node(next, old);
                all = Hash.node(next, all);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                all = Hash.node(all, next);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(fromRoot) && all.equals(toRoot);
    }
}
