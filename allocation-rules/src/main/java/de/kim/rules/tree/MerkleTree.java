package de.kim.rules.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of RFC 9162 §2.1 from complete subtrees that are kept: a proof takes O(log n) of
 * them, whatever the size asked for.
 */
public final class MerkleTree {
    private final TreeNodes nodes;

    public MerkleTree(TreeNodes nodes) {
        this.nodes = nodes;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size);
        }
        return size == 0 ? Hash.EMPTY : hash(0, size);
    }

    /**
     * The audit path of a leaf (RFC 9162 §2.1.3), from the leaf to the root.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return List.copyOf(path);
    }

    /**
     * That the first {@code from} leaves of the tree of size {@code to} are the tree of that size
     * (RFC 9162 §2.1.4).
     *
     * @throws IllegalArgumentException unless 0 &lt; from ≤ to
     */
    public List<Hash> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("sizes " + from + " and " + to);
        }
        List<Hash> proof = new ArrayList<>();
        subproof(from, 0, to, true, proof);
        return List.copyOf(proof);
    }

    private void path(long index, long begin, long end, List<Hash> path) {
        if (end - begin == 1) {
            return;
        }
        long middle = begin + split(end - begin);
        if (index < middle) {
            path(index, begin, middle, path);
            path.add(hash(middle, end));
        } else {
            path(index, middle, end, path);
            path.add(hash(begin, middle));
        }
    }

    private void subproof(long from, long begin, long end, boolean whole, List<Hash> proof) {
        if (from == end) {
            if (!whole) {
                proof.add(hash(begin, end));
            }
            return;
        }
        long middle = begin + split(end - begin);
        if (from <= middle) {
            subproof(from, begin, middle, whole, proof);
            proof.add(hash(middle, end));
        } else {
            subproof(from, middle, end, false, proof);
            proof.add(hash(begin, middle));
        }
    }

    /** {@code begin} is a multiple of the power of two that the width rounds up to. */
    private Hash hash(long begin, long end) {
        long width = end - begin;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.at(level, begin >>> level);
        }
        long middle = begin + split(width);
        return Hash.node(hash(begin, middle), hash(middle, end));
    }

    /** The largest power of two below {@code width}. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
