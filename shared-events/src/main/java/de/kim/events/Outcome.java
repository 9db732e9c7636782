package de.kim.events;

/** What a round decided for a person. */
public enum Outcome {
    /** A place is held and offered. */
    OFFERED,
    /** No place this time; the reasons say why. */
    WAITING
}
