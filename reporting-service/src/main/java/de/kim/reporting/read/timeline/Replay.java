package de.kim.reporting.read.timeline;

import de.kim.audit.fold.ReportCase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step on the road of a referral, in the order of the ledger: what happened, and how the
 * referral stood afterwards.
 *
 * @param step which one it is, from 1
 * @param steps how many there are
 * @param causedBy where the event stands in the ledger that led to this one; null: it was no event,
 *     or one that the ledger does not have
 * @param state all that the report knows of the referral after this event, and nothing that came
 *     later
 * @param previous where the step before is asked for; null at the first
 * @param next where the next step is asked for; null at the last
 */
public record Replay(
        UUID referralId,
        int step,
        int steps,
        Timeline.Entry event,
        @Nullable Long causedBy,
        ReportCase state,
        @Nullable String previous,
        @Nullable String next) {}
