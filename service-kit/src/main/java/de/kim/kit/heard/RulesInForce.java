package de.kim.kit.heard;

import de.kim.events.Rulebook;
import java.time.Instant;

/** Which rules decide. */
@FunctionalInterface
public interface RulesInForce {
    /** The rulebook in force at an instant; what was decided under an earlier one stays decided. */
    Rulebook at(Instant instant);
}
