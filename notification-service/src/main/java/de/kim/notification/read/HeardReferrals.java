package de.kim.notification.read;

import de.kim.events.ReferralRequested;
import de.kim.events.ReferralsLinked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which body a referral is of. */
@Component
public class HeardReferrals {
    private final JdbcClient jdbc;

    public HeardReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void requested(ReferralRequested event) {
        jdbc.sql("insert into heard_referral (referral_id, referring_body) values (?, ?)")
                .params(event.referralId(), event.referringBody())
                .update();
    }

    /** Both bodies are told of what happens to either of the two. */
    public void linked(ReferralsLinked event) {
        jdbc.sql(
                        """
                        insert into heard_link (referral_id, linked_referral_id)
                        values (:one, :other), (:other, :one)
                        on conflict do nothing
                        """)
                .param("one", event.referralId())
                .param("other", event.linkedReferralId())
                .update();
    }
}
