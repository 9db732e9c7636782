package de.kim.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases of this service. */
final class AuditCases {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(AuditCase opened) {
        jdbc.sql(
                        """
                        insert into audit_case (case_id, body, account, purpose, quarter, referral_id,
                            until, opened_at, granted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(opened.caseId(), opened.body(), opened.account(), opened.purpose())
                .param(opened.quarter())
                .param(opened.referralId())
                .param(opened.until())
                .param(opened.openedAt().atOffset(ZoneOffset.UTC))
                .param(
                        opened.grantedAt() == null
                                ? null
                                : opened.grantedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Grants one; two who do it at once do it once. */
    void grant(AuditCase granted) {
        jdbc.sql(
                        """
                        update audit_case set granted_at = ?, granted_by = ?
                        where case_id = ? and granted_at is null
                        """)
                .param(OffsetDateTime.now(clock))
                .param(granted.grantedBy())
                .param(granted.caseId())
                .update();
    }

    Optional<AuditCase> find(UUID caseId) {
        return jdbc.sql("select * from audit_case where case_id = ?")
                .param(caseId)
                .query((row, i) -> auditCase(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param body whose; null: everybody's
     */
    List<AuditCase> newest(@Nullable String body, int most) {
        return jdbc.sql(
                        """
                        select * from audit_case where ?::text is null or body = ?
                        order by opened_at desc, case_id limit ?
                        """)
                .param(body)
                .param(body)
                .param(most)
                .query((row, i) -> auditCase(row))
                .list();
    }

    /**
     * The newest live case of an account that covers a question.
     *
     * @param quarter the one it names; null: it names none
     * @param referrals what it names that could be a referral
     */
    Optional<AuditCase> covering(String account, @Nullable String quarter, Set<UUID> referrals) {
        return jdbc.sql(
                        """
                        select * from audit_case
                        where account = ? and until >= ? and granted_at is not null
                            and (quarter is null or ?::text is null or quarter = ?)
                            and (referral_id is null or referral_id = any(?::uuid[]))
                        order by opened_at desc limit 1
                        """)
                .params(account, LocalDate.now(clock))
                .param(quarter)
                .param(quarter)
                .param(referrals.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, i) -> auditCase(row))
                .optional();
    }

    private static AuditCase auditCase(ResultSet row) throws SQLException {
        OffsetDateTime granted = row.getObject("granted_at", OffsetDateTime.class);
        return new AuditCase(
                row.getObject("case_id", UUID.class),
                row.getString("body"),
                row.getString("account"),
                row.getString("purpose"),
                row.getString("quarter"),
                row.getObject("referral_id", UUID.class),
                row.getObject("until", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                granted == null ? null : granted.toInstant(),
                row.getString("granted_by"));
    }
}
