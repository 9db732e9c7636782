package de.kim.allocation.write;

import de.kim.events.RoundKind;
import java.util.Map;

/** Who holds rounds, one at a time over all instances. */
@FunctionalInterface
public interface Rounds {
    /**
     * Holds a round now, after one that is running.
     *
     * @param metadata what its events carry: the story and the acting organisation
     * @throws de.kim.kit.refusal.Refused when no round can be held
     */
    RoundHeld holdNow(RoundKind kind, Map<String, String> metadata);
}
