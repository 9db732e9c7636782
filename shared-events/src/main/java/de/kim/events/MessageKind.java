package de.kim.events;

/** What a message tells. */
public enum MessageKind {
    OFFER,
    REMINDER,
    EXPIRY,
    ACCEPTED,
    CANCELLATION,
    /** Whether a place is still wanted. */
    INTEREST
}
