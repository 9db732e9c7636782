package de.kim.local.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * One kept SMS.
 *
 * @param id the sender's; the same id again is the same message
 * @param to the number, as E.164 has it
 * @param reported whether the sender took the report on it
 */
record Sms(UUID id, Instant received, String to, String text, boolean reported) {
    /** Numbers that end so stand for telephones that are never reached. */
    private static final String NEVER_REACHED = "99";

    String state() {
        return to.endsWith(NEVER_REACHED) ? "FAILED" : "DELIVERED";
    }

    Sms asReported() {
        return new Sms(id, received, to, text, true);
    }
}
