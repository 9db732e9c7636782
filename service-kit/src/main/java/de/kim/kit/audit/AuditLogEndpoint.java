package de.kim.kit.audit;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What auditors asked: all of it for coordinators and auditors; for a referring body what was asked
 * of its own referrals, and what was asked of all together.
 */
@RestController
class AuditLogEndpoint {
    private static final String LIST = "audit-log";

    private final AuditLog log;

    AuditLogEndpoint(AuditLog log) {
        this.log = log;
    }

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/audit-log")
    Page<AuditLog.Entry> auditLog(Actor actor, PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        List<AuditLog.Entry> entries =
                log.of(actor.confinedTo(), after, query.rows()).stream()
                        .map(entry -> actor.seesAll() ? entry : entry.forOwner())
                        .toList();
        return Page.of(entries, query, last -> Cursor.after(LIST, last.id()));
    }
}
