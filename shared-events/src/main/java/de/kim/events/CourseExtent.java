package de.kim.events;

/** How much of the week a course takes; the provider says which (DOMAIN §5.10). */
public enum CourseExtent {
    FULL_TIME,
    PART_TIME
}
