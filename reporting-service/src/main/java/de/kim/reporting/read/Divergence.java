package de.kim.reporting.read;

import java.util.List;

/**
 * How far the live rows were from the rebuilt ones, at one instant.
 *
 * @param rows how many rows differ, are missing or are too many
 * @param examples up to twenty of them, as table and key
 */
public record Divergence(long rows, List<String> examples) {
    static final int MOST_EXAMPLES = 20;

    public Divergence {
        examples = List.copyOf(examples);
    }
}
