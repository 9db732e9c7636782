package de.kim.catalog.write;

import de.kim.events.CourseExtent;
import org.jspecify.annotations.Nullable;

/**
 * For whom a course is and how.
 *
 * @param extent null when the provider has not said
 */
public record CourseTerms(
        @Nullable CourseExtent extent, boolean childcare, boolean womenOnly, boolean online) {}
