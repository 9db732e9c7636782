package de.kim.events;

/** What a message tells. */
public enum MessageKind {
    OFFER,
    REMINDER,
    EXPIRY,
    ACCEPTED,
    CANCELLATION
}
