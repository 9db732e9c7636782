package de.kim.rules.counterfactual;

import java.util.Map;

/**
 * All rounds together. A person who waits through several rounds is counted in each of them, and
 * once in {@code people}.
 *
 * @param rounds how many were decided again
 * @param effects how often each occurs
 * @param people for how many different people something changes in a round at least
 */
public record Summary(
        int rounds, Map<Effect, Long> effects, long people, Totals then, Totals otherwise) {
    public Summary {
        effects = Map.copyOf(effects);
    }
}
