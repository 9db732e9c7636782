package de.kim.allocation.write;

import de.kim.rules.RoundInput;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a round rests on, seen at one instant.
 *
 * @param lastSeen topic and subject, such as {@code kim.courses/…}, to the last sequence it rests
 *     on
 * @param toldToWait referrals whose last decision was to wait
 */
public record RoundSituation(RoundInput input, Map<String, Long> lastSeen, Set<UUID> toldToWait) {
    public RoundSituation {
        lastSeen = Map.copyOf(lastSeen);
        toldToWait = Set.copyOf(toldToWait);
    }
}
