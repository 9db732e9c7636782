package de.kim.events;

/** Gender as the registration form asks it (m/w/d). */
public enum Gender {
    MALE,
    FEMALE,
    DIVERSE
}
