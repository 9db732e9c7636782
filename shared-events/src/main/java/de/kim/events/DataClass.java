package de.kim.events;

/**
 * The kinds of what is known of a person. Each is kept for a time of its own, and encrypted under a
 * key of its own for each person.
 */
public enum DataClass {
    /** Names and birth date. */
    IDENTITY,
    /** How to reach the person, and in which language. */
    CONTACT,
    /** Under which numbers authorities keep files on the person. */
    FILE_NUMBERS,
    /** What somebody wrote about the person in their own words. */
    FREE_TEXT,
    /** What the {@link Profile} says. */
    ATTRIBUTES,
    /** What the registration form asks beyond that: birth place, nationalities, schooling. */
    REGISTRATION,
    /** What the form of the placement test says of schooling and languages. */
    BACKGROUND
}
