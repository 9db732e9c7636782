package de.kim.notification.read;

import de.kim.kit.work.MessageOrigin;
import de.kim.notification.write.MessageHistory;
import de.kim.notification.write.MessageHistory.Delivered;
import de.kim.notification.write.MessageHistory.Failed;
import de.kim.notification.write.MessageHistory.HelpAsked;
import de.kim.notification.write.MessageHistory.Locked;
import de.kim.notification.write.MessageHistory.Planned;
import de.kim.notification.write.MessageHistory.Posted;
import de.kim.notification.write.MessageHistory.Reached;
import de.kim.notification.write.MessageHistory.Sent;
import de.kim.notification.write.MessageHistory.Skipped;
import de.kim.notification.write.StaffNews;
import de.kim.notification.write.TellStaff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps table {@code message}: the list for staff and the postman's work. It runs in the unit of
 * work that stores the event, so row and event commit together.
 */
@Component
@ProcessingGroup("messages")
public class MessageProjection {
    private final JdbcClient jdbc;
    private final Noticeboard board;

    public MessageProjection(JdbcClient jdbc, Noticeboard board) {
        this.jdbc = jdbc;
        this.board = board;
    }

    @EventHandler(payloadType = MessageHistory.class)
    public void project(EventMessage<? extends MessageHistory> stored) {
        switch (stored.getPayload()) {
            case Planned planned -> insert(planned, stored.getTimestamp(), stored.getMetaData());
            case Skipped skipped ->
                    jdbc.sql("update message set state = 'SKIPPED' where message_id = ?")
                            .param(skipped.messageId())
                            .update();
            case Delivered delivered ->
                    jdbc.sql("update message set delivered_at = ? where message_id = ?")
                            .params(sql(delivered.deliveredAt()), delivered.messageId())
                            .update();
            case Sent sent ->
                    jdbc.sql(
                                    """
                                    update message set sent_at = :at, trouble = null,
                                        state = case state when 'PLANNED' then 'SENT' else state end
                                    where message_id = :id
                                    """)
                            .param("at", sql(sent.sentAt()))
                            .param("id", sent.messageId())
                            .update();
            case Posted posted ->
                    jdbc.sql("update message set posted_on = ? where message_id = ?")
                            .params(posted.postedOn(), posted.messageId())
                            .update();
            case Reached reached ->
                    jdbc.sql(
                                    """
                                    update message set reached_at = :at, state = 'REACHED'
                                    where message_id = :id
                                    """)
                            .param("at", sql(reached.reachedAt()))
                            .param("id", reached.messageId())
                            .update();
            case Failed failed ->
                    jdbc.sql(
                                    """
                                    update message set failure = :cause, state = 'FAILED'
                                    where message_id = :id
                                    """)
                            .param("cause", failed.cause().name())
                            .param("id", failed.messageId())
                            .update();
            case HelpAsked asked -> {
                UUID referralId =
                        jdbc.sql(
                                        """
                                        update message set help_asked_at = ? where message_id = ?
                                        returning referral_id
                                        """)
                                .params(sql(asked.askedAt()), asked.messageId())
                                .query(UUID.class)
                                .single();
                board.put(
                        List.of(TellStaff.referrer(StaffNews.HELP_ASKED, referralId)),
                        asked.messageId());
            }
            case Locked locked ->
                    jdbc.sql("update message set locked_until = ? where message_id = ?")
                            .params(sql(locked.until()), locked.messageId())
                            .update();
        }
    }

    private void insert(Planned planned, Instant storedAt, Map<String, ?> origin) {
        jdbc.sql(
                        """
                        insert into message
                            (message_id, referral_id, offer_id, kind, channel, state, planned_at,
                             next_try_at, correlation_id, causation_id)
                        values (:id, :referral, cast(:offer as uuid), :kind, :channel, 'PLANNED',
                            :at, :at, :correlation, :causation)
                        """)
                .param("id", planned.messageId())
                .param("referral", planned.referralId())
                .param("offer", planned.offerId())
                .param("kind", planned.kind().name())
                .param("channel", planned.channel().name())
                .param("at", sql(storedAt))
                .param("correlation", String.valueOf(origin.get(MessageOrigin.CORRELATION_ID)))
                .param("causation", String.valueOf(origin.get(MessageOrigin.CAUSATION_ID)))
                .update();
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
