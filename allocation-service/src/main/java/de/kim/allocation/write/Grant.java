package de.kim.allocation.write;

import java.util.List;
import java.util.UUID;

/**
 * Why a place is given out of turn.
 *
 * @param condition a {@link HardshipCondition}
 * @param secondBody who agreed
 * @param displaced everybody else whose result differs with and without it
 */
public record Grant(UUID overrideId, String condition, String secondBody, List<UUID> displaced) {
    public Grant {
        displaced = List.copyOf(displaced);
    }
}
