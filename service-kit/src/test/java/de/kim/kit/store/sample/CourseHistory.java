package de.kim.kit.store.sample;

/** Stored events of {@link Course}. */
public sealed interface CourseHistory {
    String course();

    record Opened(String course, int places) implements CourseHistory {}

    record PlaceTaken(String course, String person) implements CourseHistory {}

    record PlaceLeft(String course, String person) implements CourseHistory {}

    /** Not public. */
    record Noted(String course, String note) implements CourseHistory {}
}
