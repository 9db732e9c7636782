package de.kim.allocation.write;

import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import java.util.UUID;

/** What rounds rested on and gave, kept so that whoever audits them can decide them again. */
@FunctionalInterface
public interface RoundInputs {
    /** Keeps both of a round, in the unit of work that opens it. */
    void keep(UUID roundId, RoundInput input, RoundOutcome outcome);
}
