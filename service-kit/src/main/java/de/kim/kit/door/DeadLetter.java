package de.kim.kit.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A heard record that waits or was given up.
 *
 * @param why EARLY, UNKNOWN_TYPE, FAILED, DEAD or MALFORMED
 * @param source who said it; null when the record is malformed, as subject, sequence and type
 * @param topic where it was read, with partition and offset
 * @param attempts how often it failed
 * @param nextAttemptAt when it is tried again; null when not by itself
 * @param error the class of the last failure, or what is malformed
 * @param event the record's value as text; only where a single one is shown
 */
public record DeadLetter(
        long id,
        String why,
        @Nullable String source,
        @Nullable String subject,
        @Nullable Long sequence,
        @Nullable String type,
        String topic,
        int partition,
        long offset,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String error,
        Instant heardAt,
        @Nullable String event) {}
