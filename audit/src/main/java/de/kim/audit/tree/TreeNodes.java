package de.kim.audit.tree;

/** Where the hashes of complete subtrees are kept. */
@FunctionalInterface
public interface TreeNodes {
    /**
     * The hash over the leaves {@code index · 2^level} to {@code (index + 1) · 2^level}, exclusive.
     *
     * @param level 0 for leaves
     */
    Hash at(int level, long index);
}
