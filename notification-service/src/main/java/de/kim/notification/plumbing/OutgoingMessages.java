package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.notification.read.LinkSettings;
import de.kim.notification.read.LinkToken;
import de.kim.notification.read.Story;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which message is to be sent next. A person's messages go one after the other: the next one is not
 * touched while an earlier one is still planned.
 */
@Component
class OutgoingMessages {
    private static final String CLAIM =
            """
            update message set attempts = attempts + 1, next_try_at = :until
            where message_id = (
                select m.message_id from message m
                where m.state = 'PLANNED' and m.next_try_at <= :now
                    and not exists (
                        select from message earlier
                        where earlier.referral_id = m.referral_id and earlier.state = 'PLANNED'
                            and earlier.position < m.position)
                order by m.position
                limit 1
                for update skip locked)
            returning message_id, referral_id, offer_id, kind, channel, planned_at, attempts,
                correlation_id, causation_id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MailSettings mail;
    private final LinkSettings link;

    OutgoingMessages(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            MailSettings mail,
            LinkSettings link) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.mail = mail;
        this.link = link;
    }

    /**
     * Takes the next message that is due, for the length of the lease. No database lock is held
     * while a mail is on its way: a slow mail server would hold a connection and a transaction.
     */
    Optional<Outgoing> claim() {
        Instant now = clock.instant();
        Optional<Outgoing> taken =
                transaction.execute(
                        status -> {
                            Optional<Outgoing> claimed = claim(now);
                            claimed.ifPresent(outgoing -> keepLink(outgoing, now));
                            return claimed;
                        });
        return taken == null ? Optional.empty() : taken;
    }

    private Optional<Outgoing> claim(Instant now) {
        return jdbc.sql(CLAIM)
                .param("now", sql(now))
                .param("until", sql(now.plus(mail.lease())))
                .query(
                        (row, number) ->
                                new Outgoing(
                                        row.getObject("message_id", UUID.class),
                                        row.getObject("referral_id", UUID.class),
                                        row.getObject("offer_id", UUID.class),
                                        MessageKind.valueOf(row.getString("kind")),
                                        Channel.valueOf(row.getString("channel")),
                                        row.getObject("planned_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getInt("attempts"),
                                        LinkToken.random(),
                                        Story.of(row)))
                .optional();
    }

    private void keepLink(Outgoing outgoing, Instant now) {
        jdbc.sql("insert into message_link (token_hash, message_id, expires_at) values (?, ?, ?)")
                .param(outgoing.token().hash())
                .param(outgoing.messageId())
                .param(sql(now.plus(link.valid())))
                .update();
    }

    void tryAgain(Outgoing outgoing, String trouble) {
        jdbc.sql(
                        """
                        update message set next_try_at = :at, trouble = :trouble
                        where message_id = :id and state = 'PLANNED'
                        """)
                .param("at", sql(clock.instant().plus(mail.pauseAfter(outgoing.attempt()))))
                .param("trouble", trouble)
                .param("id", outgoing.messageId())
                .update();
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
