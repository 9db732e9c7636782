package de.kim.catalog.write;

import org.jspecify.annotations.Nullable;

/**
 * Whom the partners of the network ask about a course. It may name a person, so it stands beside
 * the history, in a row that is overwritten and goes with the course; it is never public.
 */
public record CourseContact(
        @Nullable String person, @Nullable String phone, @Nullable String email) {}
