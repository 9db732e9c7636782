package de.kim.notification.write;

/** Which body is told. */
public enum Audience {
    /** The one that referred the person, and the one of a linked referral. */
    REFERRER,
    /** The one whose course it is. */
    PROVIDER,
    /** The coordination of the network. */
    COORDINATOR
}
