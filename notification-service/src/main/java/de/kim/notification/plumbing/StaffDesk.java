package de.kim.notification.plumbing;

import de.kim.notification.read.StaffSettings;
import de.kim.notification.write.StaffNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts news by body and plans the mails: what comes at once in one mail a round, the rest in the
 * mail of the day. All of it is decided by stored facts in one transaction each, so that a restart
 * or a second instance tells nothing twice and forgets nothing.
 */
@Component
class StaffDesk {
    private static final int AT_ONCE = 500;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** When each kind comes to a body that did not say otherwise, by kind. */
    private static final String USUAL =
            JsonMapper.shared()
                    .writeValueAsString(
                            Arrays.stream(StaffNews.values())
                                    .collect(Collectors.toMap(Enum::name, StaffNews::usual)));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StaffSettings settings;
    private final Clock clock;

    StaffDesk(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            StaffSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    /** Everything that is to be planned now. */
    void work() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sort() == AT_ONCE));
        }
        planAtOnce();
        planDigests();
    }

    /** Those whose body is not known yet are looked at again. */
    private int sort() {
        OffsetDateTime now = sql(clock.instant());
        List<UUID> open =
                jdbc.sql(
                                """
                                select news_id from staff_news
                                where not assigned and look_at <= ?
                                order by look_at, position limit ? for update skip locked
                                """)
                        .params(now, AT_ONCE)
                        .query(UUID.class)
                        .list();
        if (!open.isEmpty()) {
            assign(open, now);
        }
        return open.size();
    }

    private void assign(List<UUID> open, OffsetDateTime now) {
        jdbc.sql(
                        """
                        insert into staff_item (news_id, body, digest)
                        select w.news_id, w.body, p.pace = 'DIGEST'
                        from (
                            select n.news_id, n.kind, r.referring_body as body
                            from staff_news n join heard_referral r
                                on r.referral_id = n.referral_id
                                    or r.referral_id in (
                                        select l.linked_referral_id from heard_link l
                                        where l.referral_id = n.referral_id)
                            where n.news_id in (:open) and n.audience = 'REFERRER'
                            union
                            select n.news_id, n.kind, c.provider_id
                            from staff_news n join heard_course c on c.course_id = n.course_id
                            where n.news_id in (:open) and n.audience = 'PROVIDER'
                            union
                            select n.news_id, n.kind, m.body
                            from staff_news n join staff_mailbox m on m.coordinates
                            where n.news_id in (:open) and n.audience = 'COORDINATOR'
                        ) w
                        join staff_mailbox b on b.body = w.body
                        cross join lateral (
                            select coalesce(b.news ->> w.kind, (cast(:usual as jsonb)) ->> w.kind)
                                as pace) p
                        where p.pace <> 'NONE'
                        on conflict (news_id, body) do nothing
                        """)
                .param("open", open)
                .param("usual", USUAL)
                .update();
        jdbc.sql(
                        """
                        update staff_news n
                        set look_at = :later,
                            assigned = case audience
                                when 'REFERRER' then exists (
                                    select from heard_referral r
                                    where r.referral_id = n.referral_id)
                                when 'PROVIDER' then exists (
                                    select from heard_course c where c.course_id = n.course_id)
                                else true end
                        where news_id in (:open)
                        """)
                .param("open", open)
                .param("later", now.plus(LOOK_AGAIN))
                .update();
    }

    private void planAtOnce() {
        List<String> bodies =
                jdbc.sql(
                                """
                                select distinct body from staff_item
                                where mail_id is null and not digest
                                """)
                        .query(String.class)
                        .list();
        bodies.forEach(
                body ->
                        transaction.executeWithoutResult(
                                status -> {
                                    if (isMine(body)) {
                                        plan(body, false);
                                    }
                                }));
    }

    /**
     * One instance at a time plans for a body; there is nothing to plan where it has no mailbox.
     */
    private boolean isMine(String body) {
        return jdbc.sql("select body from staff_mailbox where body = ? for update skip locked")
                .param(body)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void planDigests() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> planNextDigest()));
        }
    }

    /** A day without news has no mail. After an outage of days one mail has all of them. */
    private boolean planNextDigest() {
        Instant now = clock.instant();
        Optional<String> due =
                jdbc.sql(
                                """
                                select body from staff_mailbox where digest_due <= ?
                                order by digest_due, body limit 1 for update skip locked
                                """)
                        .param(sql(now))
                        .query(String.class)
                        .optional();
        due.ifPresent(
                body -> {
                    plan(body, true);
                    jdbc.sql("update staff_mailbox set digest_due = ? where body = ?")
                            .params(sql(settings.nextDigest(now)), body)
                            .update();
                });
        return due.isPresent();
    }

    private void plan(String body, boolean digest) {
        UUID mailId = UUID.randomUUID();
        OffsetDateTime now = sql(clock.instant());
        int planned =
                jdbc.sql(
                                """
                                insert into staff_mail
                                    (mail_id, body, digest, state, planned_at, next_try_at)
                                select :mail, :body, :digest, 'PLANNED', :now, :now
                                where exists (select from staff_item
                                    where body = :body and digest = :digest and mail_id is null)
                                """)
                        .param("mail", mailId)
                        .param("body", body)
                        .param("digest", digest)
                        .param("now", now)
                        .update();
        if (planned > 0) {
            jdbc.sql(
                            """
                            update staff_item set mail_id = :mail
                            where body = :body and digest = :digest and mail_id is null
                            """)
                    .param("mail", mailId)
                    .param("body", body)
                    .param("digest", digest)
                    .update();
        }
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
