package de.kim.notification.write;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of an SMS.
 *
 * @param at when the gateway learned it
 */
public record SmsReport(UUID id, State state, Instant at) {
    /** How far it came. */
    public enum State {
        /** The telephone has it. */
        DELIVERED,
        /** It will never arrive. */
        FAILED
    }
}
