package de.kim.notification.write;

/** When a body wants to be told. */
public enum Pace {
    AT_ONCE,
    /** In the mail of the day. */
    DIGEST,
    NONE
}
