package de.kim.kit.door;

import de.kim.events.Topic;
import java.time.Instant;
import java.util.UUID;

/**
 * A public event as it was said, whether this version knows its type or not.
 *
 * @param topic where it was heard
 * @param sequence gap-free from 1 per (source, subject)
 * @param bytes the whole event, exactly as its source wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawEvent(
        UUID id,
        Topic topic,
        String source,
        String subject,
        long sequence,
        String type,
        Instant time,
        byte[] bytes) {}
