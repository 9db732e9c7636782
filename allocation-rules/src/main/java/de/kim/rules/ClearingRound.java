package de.kim.rules;

/** A clearing round (Verteilrunde): who gets which place. */
public final class ClearingRound {
    private ClearingRound() {}

    /**
     * Decides a round with the algorithm version that its rulebook names. Pure: the same input
     * gives the same bytes.
     *
     * @throws InvalidRound with UNKNOWN_ALGORITHM when this KIM does not know the version
     */
    public static RoundOutcome decide(RoundInput input) {
        return Algorithms.byVersion(input.rulebook().algorithmVersion()).decide(input);
    }
}
