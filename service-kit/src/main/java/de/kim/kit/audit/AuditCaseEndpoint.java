package de.kim.kit.audit;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cases of auditors: what for, about what, until when. Short ones are granted by the rule, longer
 * ones by the coordinator.
 */
@RestController
@RequestMapping("/api/audit-cases")
class AuditCaseEndpoint {
    private static final int LONGEST_DAYS = 30;

    /** A case of this many days needs nobody's grant: it is logged and shown all the same. */
    private static final int GRANTED_AT_ONCE_DAYS = 7;

    private static final int MOST_SHOWN = 200;

    private final AuditCases cases;
    private final Clock clock;

    AuditCaseEndpoint(AuditCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A case to be opened.
     *
     * @param purpose why; it is shown to the bodies whose referrals are looked at
     * @param quarter of the reports and bundles that it is about; null: any
     * @param referralId the one that it is about; null: any
     * @param until its last day; tomorrow when not said
     */
    record OpenAuditCase(
            @PlainText(max = 300) String purpose,
            @Nullable @Pattern(regexp = "20[0-9]{2}Q[1-4]") String quarter,
            @Nullable UUID referralId,
            @Nullable LocalDate until) {}

    /** Nothing to say: the case as it is. */
    record GrantAuditCase() {}

    /** Opens one; 422 AUDIT_CASE_PERIOD_INVALID. */
    @Allow(Role.AUDITOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AuditCase open(@RequestBody @Valid OpenAuditCase asked, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = asked.until() == null ? today.plusDays(1) : asked.until();
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refused(AuditRefusal.AUDIT_CASE_PERIOD_INVALID);
        }
        Instant now = clock.instant();
        AuditCase opened =
                new AuditCase(
                        UUID.randomUUID(),
                        actor.body(),
                        actor.account(),
                        asked.purpose(),
                        asked.quarter(),
                        asked.referralId(),
                        until,
                        now,
                        until.isAfter(today.plusDays(GRANTED_AT_ONCE_DAYS)) ? null : now,
                        null);
        cases.add(opened);
        return opened;
    }

    /** The second pair of eyes; 404 AUDIT_CASE_NOT_FOUND, 409 AUDIT_CASE_FOUR_EYES. */
    @Allow(Role.COORDINATOR)
    @PostMapping("/{caseId}/grant")
    AuditCase grant(
            @PathVariable UUID caseId, @RequestBody @Valid GrantAuditCase nothing, Actor actor) {
        AuditCase opened =
                cases.find(caseId)
                        .orElseThrow(() -> new Refused(AuditRefusal.AUDIT_CASE_NOT_FOUND));
        if (opened.account().equals(actor.account())) {
            throw new Refused(AuditRefusal.AUDIT_CASE_FOUR_EYES);
        }
        if (opened.grantedAt() != null) {
            return opened;
        }
        cases.grant(opened.granted(clock.instant(), actor.account()));
        return cases.find(caseId).orElseThrow();
    }

    /** The newest ones: all for the coordinator, those of the own body for an auditor. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping
    List<AuditCase> all(Actor actor) {
        return cases.newest(
                actor.roles().contains(Role.COORDINATOR) ? null : actor.body(), MOST_SHOWN);
    }
}
