package de.kim.rules;

import de.kim.rules.verify.RoundVerifier;

/** Violates on purpose: the matcher must not know the verifier. */
class AsksTheVerifier {
    boolean passes(RoundInput input, RoundOutcome outcome) {
        return RoundVerifier.passed(RoundVerifier.verify(input, outcome));
    }
}
