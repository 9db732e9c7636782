package de.kim.reporting.read.timeline;

import de.kim.events.PublicEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one referral, over all services, by the time at which it was stored there; the
 * ledger can have heard it in another order.
 */
public record Timeline(UUID referralId, List<Entry> events) {
    public Timeline {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param index where it stands in the ledger, from 0
     * @param causationId the message that led to it
     * @param body the acting organisation; null when a clock or a person acted
     * @param event what it says; null when this version does not know its type
     */
    public record Entry(
            long index,
            Instant time,
            String type,
            String source,
            String subject,
            long sequence,
            UUID eventId,
            String correlationId,
            String causationId,
            @Nullable String body,
            String german,
            String english,
            @Nullable PublicEvent event) {}
}
