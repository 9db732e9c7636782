package de.kim.rules;

import java.util.stream.Stream;

/** A clearing round (Verteilrunde): who gets which place. */
public final class ClearingRound {
    private ClearingRound() {}

    /**
     * Decides a round with the algorithm version that its rulebook names: the fixed places first,
     * by the rule what is left. Pure: the same input gives the same bytes.
     *
     * @throws InvalidRound with UNKNOWN_ALGORITHM when this KIM does not know the version
     */
    public static RoundOutcome decide(RoundInput input) {
        RoundOutcome rest =
                Algorithms.byVersion(input.rulebook().algorithmVersion()).decide(input.rest());
        return input.fixed().isEmpty() ? rest : with(input, rest);
    }

    private static RoundOutcome with(RoundInput input, RoundOutcome rest) {
        return new RoundOutcome(
                rest.algorithmVersion(),
                input.digest(),
                Stream.concat(rest.assignments().stream(), input.fixed().stream()).toList(),
                rest.courses());
    }
}
