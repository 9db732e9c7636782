package de.kim.events;

/** Why an offer ended without an answer. */
public enum ExpiryCause {
    /** The offer period after proof of reach is over. */
    UNANSWERED,
    /** Five working days without proof of reach; the rank is kept. */
    UNREACHABLE,
    /** The section can no longer be entered. */
    ENTRY_CLOSED
}
