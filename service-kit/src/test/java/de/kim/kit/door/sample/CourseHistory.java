package de.kim.kit.door.sample;

import java.util.UUID;

/** Stored events of {@link Course}. */
public sealed interface CourseHistory {
    record Changed(UUID course, int places) implements CourseHistory {}

    /** Goes with a profile. */
    record Described(UUID course) implements CourseHistory {}

    /** Not public. */
    record Noted(UUID course) implements CourseHistory {}
}
