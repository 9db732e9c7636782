package de.kim.rules.tree;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162 §2.1, word for word, over all leaves at once. */
final class NaiveTree {
    private NaiveTree() {}

    static Hash root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return Hash.leaf(leaves.getFirst());
        }
        int k = split(leaves.size());
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
    }

    static List<Hash> proof(int m, List<byte[]> leaves) {
        return subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> leaves, boolean whole) {
        if (m == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m <= k
                ? with(subproof(m, left, whole), root(right))
                : with(subproof(m - k, right, false), root(left));
    }

    private static List<Hash> with(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
