package de.kim.referral.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.AccessLog;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who read a person's data: for the body that answers for the data, and for auditors, who know the
 * person by the referral's id only. A body sees which of its own people read, of another body that
 * it did.
 */
@RestController
class AccessLogEndpoint {
    private static final String LIST = "access-log";

    private final Referrals referrals;
    private final AccessLog log;

    AccessLogEndpoint(Referrals referrals, AccessLog log) {
        this.referrals = referrals;
        this.log = log;
    }

    @Allow({Role.REFERRER, Role.AUDITOR})
    @GetMapping("/api/referrals/{id}/access-log")
    Page<AccessLog.Entry> accessLog(@PathVariable("id") UUID id, Actor actor, PageQuery query) {
        boolean audits = actor.roles().contains(Role.AUDITOR);
        if (!(audits ? referrals.exists(id) : referrals.one(id, actor.body()).isPresent())) {
            throw new Refused(ReferralRefusal.REFERRAL_NOT_FOUND);
        }
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        List<AccessLog.Entry> entries =
                log.of(id, after, query.rows()).stream()
                        .map(entry -> audits ? entry : seenBy(actor, entry))
                        .toList();
        return Page.of(entries, query, last -> Cursor.after(LIST, last.id()));
    }

    private static AccessLog.Entry seenBy(Actor actor, AccessLog.Entry entry) {
        return entry.body().equals(actor.body()) ? entry : entry.withoutAccount();
    }
}
