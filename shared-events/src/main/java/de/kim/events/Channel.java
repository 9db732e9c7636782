package de.kim.events;

/** How a message travels. */
public enum Channel {
    EMAIL,
    SMS,
    LETTER,
    IN_PERSON
}
