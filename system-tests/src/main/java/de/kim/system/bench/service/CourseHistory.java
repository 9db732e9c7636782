package de.kim.system.bench.service;

import java.util.UUID;

/** Stored events of {@link Course}. */
public sealed interface CourseHistory {
    /** It has another number of places. */
    record Changed(UUID course, int places) implements CourseHistory {}
}
