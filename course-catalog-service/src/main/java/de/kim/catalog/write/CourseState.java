package de.kim.catalog.write;

/** Where a course stands. */
public enum CourseState {
    /** Planned; it takes people. */
    SCHEDULED,
    /** Under way; people may still enter at a later section. */
    STARTED,
    /** Does not take place. */
    CANCELLED,
    /** Over. */
    COMPLETED
}
