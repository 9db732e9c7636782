package de.kim.events;

/** Why something was recorded wrongly. */
public enum CorrectionReason {
    /** Mistyped, or misread. */
    TYPING_ERROR,
    /** Taken from a document that was out of date, or the wrong one. */
    WRONG_DOCUMENT,
    /** It belongs to somebody else. */
    MIXED_UP,
    /** The person was not understood. */
    MISUNDERSTOOD,
    /** The authority corrected the document that it was taken from. */
    AUTHORITY_CORRECTED,
    OTHER
}
