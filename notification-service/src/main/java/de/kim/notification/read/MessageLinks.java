package de.kim.notification.read;

import de.kim.events.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which message a link belongs to. */
@Component
public class MessageLinks {
    private final JdbcClient jdbc;

    public MessageLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message that a link leads to.
     *
     * @param reached whether there is proof already that it reached the person
     */
    public record Linked(
            LinkToken token,
            UUID messageId,
            UUID referralId,
            @Nullable UUID offerId,
            MessageKind kind,
            boolean reached,
            Story story) {}

    /** Empty when the link is unknown or has expired; the two cannot be told apart. */
    public Optional<Linked> message(String token, Instant now) {
        return LinkToken.of(token).flatMap(known -> message(known, now));
    }

    private Optional<Linked> message(LinkToken token, Instant now) {
        return jdbc.sql(
                        """
                        select m.message_id, m.referral_id, m.offer_id, m.kind, m.state,
                            m.correlation_id, m.causation_id
                        from message_link l join message m on m.message_id = l.message_id
                        where l.token_hash = ? and l.expires_at > ?
                        """)
                .param(token.hash())
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> linked(token, row))
                .optional();
    }

    private static Linked linked(LinkToken token, ResultSet row) throws SQLException {
        return new Linked(
                token,
                row.getObject("message_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                "REACHED".equals(row.getString("state")),
                Story.of(row));
    }
}
