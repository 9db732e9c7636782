package de.kim.referral.write;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.IfMatch;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The version that a caller has seen against the one in force. The row stays locked until the unit
 * of work ends: whoever changes the referral writes this row too, so nobody can come in between.
 */
@Repository
class SeenVersion {
    private final JdbcClient jdbc;

    SeenVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(UUID referralId, Actor actor, IfMatch seen) {
        if (seen.version() == null) {
            return;
        }
        long current =
                jdbc.sql(
                                """
                                select version from referral_view
                                where referral_id = ? and body = ? for update
                                """)
                        .params(referralId, actor.body())
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> new Refused(ReferralRefusal.REFERRAL_NOT_FOUND));
        seen.check(current);
    }
}
