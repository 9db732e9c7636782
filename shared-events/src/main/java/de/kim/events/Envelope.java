package de.kim.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public event with what travels around it: a CloudEvents 1.0 event in structured mode.
 *
 * @param id the stored event's id; the same id always carries the same bytes
 * @param source who says it, for example {@code /kim/allocation-service}
 * @param sequence gap-free from 1 per (source, subject), given when the event was stored
 * @param time when it was stored
 * @param correlationId the first message of the story that this event belongs to
 * @param causationId the message that led to this event
 * @param body the acting organisation, never a person; null when a clock acted
 */
public record Envelope(
        UUID id,
        String source,
        long sequence,
        Instant time,
        String correlationId,
        String causationId,
        @Nullable String body,
        PublicEvent event) {
    public String subject() {
        return event.subject();
    }

    public String type() {
        return WireNames.of(event.getClass());
    }
}
