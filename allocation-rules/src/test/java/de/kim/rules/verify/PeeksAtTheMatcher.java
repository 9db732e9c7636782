package de.kim.rules.verify;

import de.kim.rules.ClearingRound;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;

/** Violates on purpose: the verifier must not ask the matcher. */
public class PeeksAtTheMatcher {
    RoundOutcome decide(RoundInput input) {
        return ClearingRound.decide(input);
    }
}
