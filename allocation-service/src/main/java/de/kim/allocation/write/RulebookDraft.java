package de.kim.allocation.write;

import java.time.Instant;
import java.util.UUID;

/**
 * Rules that one person proposes and another one is to approve.
 *
 * @param account of the person who proposes them, so that it is another one who approves
 */
public record RulebookDraft(
        UUID draftId,
        RulebookContent content,
        Instant effectiveFrom,
        String reason,
        String body,
        String account,
        Instant proposedAt) {}
