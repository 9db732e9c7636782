package de.kim.events;

/** Why a clearing round is held. */
public enum RoundKind {
    /** The regular round. */
    SCHEDULED,
    /** The coordinator asked for it. */
    ON_COMMAND,
    /** A place became free and is offered on at once. */
    REFILL
}
