package de.kim.referral.read;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.referral.write.ReferralRefusal;
import de.kim.referral.write.vault.AccessLog;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who read a person's data, for the body that answers for the data. */
@RestController
class AccessLogEndpoint {
    private static final String LIST = "access-log";

    private final Referrals referrals;
    private final AccessLog log;

    AccessLogEndpoint(Referrals referrals, AccessLog log) {
        this.referrals = referrals;
        this.log = log;
    }

    @GetMapping("/api/referrals/{id}/access-log")
    Page<AccessLog.Entry> accessLog(@PathVariable("id") UUID id, Actor actor, PageQuery query) {
        if (referrals.one(id, actor.body()).isEmpty()) {
            throw new Refused(ReferralRefusal.REFERRAL_NOT_FOUND);
        }
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                log.of(id, after, query.rows()), query, last -> Cursor.after(LIST, last.id()));
    }
}
