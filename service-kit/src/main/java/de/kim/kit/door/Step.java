package de.kim.kit.door;

/**
 * The steps between which a service may die. After each of them the history must come out the same.
 */
public enum Step {
    /** Stored events were read, none was sent. */
    OUTBOX_READ,
    /** They were handed to the producer, no acknowledgement was waited for. */
    OUTBOX_SENT,
    /** All were acknowledged, the token has not moved. */
    OUTBOX_ACKNOWLEDGED,
    /** The token has moved. */
    OUTBOX_TOKEN_MOVED,
    /** A record was read, its mark has not been taken. */
    INBOX_READ,
    /** The mark was taken, the effect is still to come. */
    INBOX_MARKED,
    /** Mark and effect are written, not committed. */
    INBOX_APPLIED,
    /** Mark and effect are committed, the offset has not moved. */
    INBOX_COMMITTED
}
