package de.kim.allocation.write;

import de.kim.rules.RoundInput;
import java.util.UUID;

/** What rounds rested on, kept so that whoever audits them can decide them again. */
@FunctionalInterface
public interface RoundInputs {
    /** Keeps the input of a round, in the unit of work that opens it. */
    void keep(UUID roundId, RoundInput input);
}
