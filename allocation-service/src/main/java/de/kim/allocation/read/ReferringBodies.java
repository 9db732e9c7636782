package de.kim.allocation.read;

import de.kim.kit.audit.ReferralOwners;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a referral is, as it was heard. */
@Component
class ReferringBodies implements ReferralOwners {
    private final JdbcClient jdbc;

    ReferringBodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> bodyOf(UUID referralId) {
        return jdbc.sql(
                        """
                        select referring_body from heard_referral
                        where referral_id = ? and referring_body is not null
                        """)
                .param(referralId)
                .query(String.class)
                .optional();
    }
}
