package de.kim.notification.read;

import de.kim.kit.work.MessageOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Why a message exists: what is recorded about it later belongs to the same story.
 *
 * @param correlationId the first message of the story
 * @param causationId the public event that the message tells of
 */
public record Story(String correlationId, String causationId) {
    /** Reads it off a row of table {@code message}. */
    public static Story of(ResultSet row) throws SQLException {
        return new Story(row.getString("correlation_id"), row.getString("causation_id"));
    }

    /** As the metadata of commands, and through them of events. */
    public Map<String, String> metadata() {
        return Map.of(
                MessageOrigin.CORRELATION_ID,
                correlationId,
                MessageOrigin.CAUSATION_ID,
                causationId);
    }
}
