package de.kim.rules.tree;

import java.util.List;

/** Where the hashes of complete subtrees are kept. */
@FunctionalInterface
public interface TreeNodes {
    /**
     * The hash over the leaves {@code index · 2^level} to {@code (index + 1) · 2^level}, exclusive.
     *
     * @param level 0 for leaves
     */
    Hash at(int level, long index);

    /** Of leaves that are all at hand; each subtree is hashed anew. */
    static TreeNodes over(List<Hash> leaves) {
        return new TreeNodes() {
            @Override
            public Hash at(int level, long index) {
                return level == 0
                        ? leaves.get(Math.toIntExact(index))
                        : Hash.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            }
        };
    }
}
