package de.kim.referral.read;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.IfMatch;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.referral.write.ReferralRefusal;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The acting body's own referrals. */
@RestController
class ReferralsEndpoint {
    private static final String LIST = "referrals";

    private final Referrals referrals;

    ReferralsEndpoint(Referrals referrals) {
        this.referrals = referrals;
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/referrals")
    Page<ReferralView> referrals(Actor actor, PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                referrals.of(actor.body(), after, query.rows()),
                query,
                last -> Cursor.after(LIST, last.number()));
    }

    @Allow(Role.REFERRER)
    @GetMapping("/api/referrals/{id}")
    ResponseEntity<ReferralView> referral(@PathVariable("id") UUID id, Actor actor) {
        ReferralView view =
                referrals
                        .one(id, actor.body())
                        .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
        return ResponseEntity.ok().eTag(IfMatch.etag(view.version())).body(view);
    }
}
