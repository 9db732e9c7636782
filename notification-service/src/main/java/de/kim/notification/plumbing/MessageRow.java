package de.kim.notification.plumbing;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.notification.read.Story;
import de.kim.notification.write.PlanMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as table {@code message} has it: what it tells to whom, and by which channel. */
record MessageRow(
        UUID messageId,
        UUID referralId,
        @Nullable UUID offerId,
        MessageKind kind,
        Channel channel,
        Story story) {

    static MessageRow of(ResultSet row) throws SQLException {
        return new MessageRow(
                row.getObject("message_id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("offer_id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                Story.of(row));
    }

    /** The message that tells the same by another channel; one, however often that is said. */
    PlanMessage by(Channel other) {
        return PlanMessage.because(messageId, referralId, offerId, kind, other);
    }
}
