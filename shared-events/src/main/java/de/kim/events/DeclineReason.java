package de.kim.events;

/** Coded reason for declining an offer. */
public enum DeclineReason {
    TIMES_DO_NOT_SUIT,
    TOO_FAR,
    CHILDCARE,
    FOUND_WORK,
    OTHER_COURSE,
    ILLNESS,
    MOVED_AWAY,
    OTHER
}
