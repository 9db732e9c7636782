package de.kim.allocation.write;

import de.kim.events.Verdict;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import java.util.List;

/** Verifies a round; code that shares nothing with what decided it. */
@FunctionalInterface
public interface Referee {
    List<Verdict> verify(RoundInput input, RoundOutcome outcome);
}
