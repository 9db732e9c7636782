package de.kim.reporting.read;

/**
 * What a rebuild did.
 *
 * @param events how many events of the ledger it folded
 * @param rows how many rows it wrote
 * @param rebuildMillis reading, decoding, folding, writing and swapping, without the comparison
 */
public record RebuildResult(long events, long rows, long rebuildMillis, Divergence divergence) {}
