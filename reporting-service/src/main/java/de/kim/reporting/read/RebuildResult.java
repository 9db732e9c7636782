package de.kim.reporting.read;

import java.util.List;

/**
 * What a rebuild did.
 *
 * @param events how many events of the ledger it folded
 * @param rows how many rows it wrote
 * @param learned types that the live report had not understood and the rebuilt one does: then it
 *     differs as it should
 * @param rebuildMillis reading, decoding, folding, writing and swapping, without the comparison
 */
public record RebuildResult(
        long events, long rows, List<String> learned, long rebuildMillis, Divergence divergence) {
    public RebuildResult {
        learned = List.copyOf(learned);
    }
}
