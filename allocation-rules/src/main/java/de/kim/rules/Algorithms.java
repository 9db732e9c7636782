package de.kim.rules;

import de.kim.rules.InvalidRound.Code;

/**
 * The algorithm versions. A version is never removed and never changed: past rounds must recompute
 * to the same bytes. A change of the rule is a new version under a new rulebook.
 */
final class Algorithms {
    /** Decides a round. */
    @FunctionalInterface
    interface Algorithm {
        RoundOutcome decide(RoundInput input);
    }

    private Algorithms() {}

    static Algorithm byVersion(int version) {
        return switch (version) {
            case 1 -> FirstAlgorithm::decide;
            default ->
                    throw new InvalidRound(Code.UNKNOWN_ALGORITHM, "algorithm version " + version);
        };
    }
}
