package de.kim.allocation.write;

import de.kim.events.Rulebook;
import java.time.Instant;

/** What happened to the rules. */
public sealed interface PublishedRulebookHistory extends AllocationHistory {
    record Published(Rulebook rulebook, Instant effectiveFrom, String reason, String approvedBy)
            implements PublishedRulebookHistory {}
}
