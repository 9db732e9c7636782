package de.kim.notification.plumbing;

import de.kim.notification.read.StaffItem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mail to an office is to be sent next; those to one body go one after the other. */
@Component
class StaffMails {
    private static final String CLAIM =
            """
            update staff_mail set attempts = attempts + 1, next_try_at = :until
            where mail_id = (
                select m.mail_id from staff_mail m
                where m.state = 'PLANNED' and m.next_try_at <= :now
                    and not exists (
                        select from staff_mail earlier
                        where earlier.body = m.body and earlier.state = 'PLANNED'
                            and earlier.position < m.position)
                order by m.position
                limit 1
                for update skip locked)
            returning mail_id, body, digest, planned_at, attempts
            """;

    private final JdbcClient jdbc;
    private final MailSettings mail;
    private final Clock clock;

    StaffMails(JdbcClient jdbc, MailSettings mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    /** A mail that this instance may send now. */
    record Claimed(UUID mailId, String body, boolean digest, Instant plannedAt, int attempt) {}

    /** Takes the next mail that is due, for the length of the lease. */
    Optional<Claimed> claim() {
        Instant now = clock.instant();
        return jdbc.sql(CLAIM)
                .param("now", sql(now))
                .param("until", sql(now.plus(mail.lease())))
                .query(
                        (row, number) ->
                                new Claimed(
                                        row.getObject("mail_id", UUID.class),
                                        row.getString("body"),
                                        row.getBoolean("digest"),
                                        row.getObject("planned_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("attempts")))
                .optional();
    }

    List<StaffItem> items(UUID mailId) {
        return jdbc.sql(
                        """
                        select n.* from staff_item i join staff_news n on n.news_id = i.news_id
                        where i.mail_id = ? order by n.position
                        """)
                .param(mailId)
                .query((row, number) -> StaffItem.of(row))
                .list();
    }

    void sent(UUID mailId) {
        jdbc.sql(
                        """
                        update staff_mail set state = 'SENT', sent_at = ?, trouble = null
                        where mail_id = ? and state = 'PLANNED'
                        """)
                .params(sql(clock.instant()), mailId)
                .update();
    }

    /** Whether it is news; it goes out again when the mailbox is set anew. */
    boolean failed(UUID mailId, String trouble) {
        return jdbc.sql(
                                """
                                update staff_mail set state = 'FAILED', trouble = ?
                                where mail_id = ? and state <> 'FAILED'
                                """)
                        .params(trouble, mailId)
                        .update()
                > 0;
    }

    void tryAgain(Claimed claimed, String trouble) {
        jdbc.sql(
                        """
                        update staff_mail set next_try_at = ?, trouble = ?
                        where mail_id = ? and state = 'PLANNED'
                        """)
                .params(
                        sql(clock.instant().plus(mail.pauseAfter(claimed.attempt()))),
                        trouble,
                        claimed.mailId())
                .update();
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
