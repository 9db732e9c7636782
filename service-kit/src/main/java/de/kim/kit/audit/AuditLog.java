package de.kim.kit.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.kit.web.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** What auditors asked. A line is there before the answer. */
class AuditLog {
    /** As long as the log of the vault. */
    private static final Period KEPT = Period.ofMonths(6);

    /** The owner sees what was asked of the own referrals, and what was asked of all together. */
    private static final String OF =
            """
            select * from audit_query
            where (?::text is null or owner = ? or owner is null) and id > ?
            order by id limit ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One question.
     *
     * @param account who asked; null where it is not to be shown
     * @param endpoint what was asked, as a template
     * @param path the address; null where it is not to be shown
     * @param referralId the one it named; null: it was about no single one
     */
    public record Entry(
            @JsonIgnore long id,
            UUID caseId,
            Instant askedAt,
            String body,
            @Nullable String account,
            String purpose,
            String endpoint,
            @Nullable String path,
            @Nullable UUID referralId) {
        /** For bodies that are told of it, and need not know whose finger it was. */
        Entry forOwner() {
            return new Entry(id, caseId, askedAt, body, null, purpose, endpoint, null, referralId);
        }
    }

    /**
     * The oldest first, those after the id.
     *
     * @param owner whose referrals were looked at; null: anybody's
     */
    List<Entry> of(@Nullable String owner, long afterId, int rows) {
        return jdbc.sql(OF)
                .param(owner)
                .param(owner)
                .params(afterId, rows)
                .query((row, i) -> entry(row))
                .list();
    }

    void add(AuditCase under, Actor actor, Question question, @Nullable String owner) {
        jdbc.sql(
                        """
                        insert into audit_query (case_id, asked_at, body, account, purpose, endpoint,
                            path, referral_id, owner)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(under.caseId(), OffsetDateTime.now(clock), actor.body(), actor.account())
                .params(under.purpose(), question.endpoint(), question.path())
                .param(question.referral())
                .param(owner)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void purge() {
        LocalDate oldest = LocalDate.now(clock).minus(KEPT);
        jdbc.sql("delete from audit_query where asked_at < ?")
                .param(oldest.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("case_id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                row.getString("account"),
                row.getString("purpose"),
                row.getString("endpoint"),
                row.getString("path"),
                row.getObject("referral_id", UUID.class));
    }
}
