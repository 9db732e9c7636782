package de.kim.reporting.read;

import de.kim.kit.audit.ReferralOwners;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose a referral is, as the report knows it; a rebuild leaves it in one set at least. */
@Component
class ReportedReferrals implements ReferralOwners {
    private final JdbcClient jdbc;

    ReportedReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> bodyOf(UUID referralId) {
        return jdbc.sql(
                        """
                        select referring_body from report_case_a
                        where referral_id = ? and referring_body is not null
                        union all
                        select referring_body from report_case_b
                        where referral_id = ? and referring_body is not null
                        limit 1
                        """)
                .params(referralId, referralId)
                .query(String.class)
                .optional();
    }
}
