package de.kim.kit.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks into.
 *
 * @param body the auditor's
 * @param account who opened it; it is good for this account only
 * @param quarter what it is confined to; null: to none
 * @param referralId what it is confined to; null: to none
 * @param until its last day
 * @param grantedAt null: it waits for the coordinator, and opens nothing yet
 * @param grantedBy the coordinator's account; null: granted by the rule for short cases
 */
public record AuditCase(
        UUID caseId,
        String body,
        String account,
        String purpose,
        @Nullable String quarter,
        @Nullable UUID referralId,
        LocalDate until,
        Instant openedAt,
        @Nullable Instant grantedAt,
        @Nullable String grantedBy) {

    AuditCase granted(Instant at, String by) {
        return new AuditCase(
                caseId, body, account, purpose, quarter, referralId, until, openedAt, at, by);
    }
}
