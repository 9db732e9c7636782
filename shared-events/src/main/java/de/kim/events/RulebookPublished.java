package de.kim.events;

import java.time.Instant;

/**
 * A rulebook was agreed; it takes effect at {@code effectiveFrom}, at least 24 h later except for
 * the first.
 */
@WireName("kim.rulebook.rulebook-published.v1")
public record RulebookPublished(
        Rulebook rulebook, Instant effectiveFrom, String reason, String approvedBy)
        implements RulebookEvent {
    @Override
    public String subject() {
        return "rulebook";
    }
}
