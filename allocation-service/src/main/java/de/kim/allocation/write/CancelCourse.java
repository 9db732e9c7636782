package de.kim.allocation.write;

import java.util.UUID;

/** Takes back all live offers of a course, frees all its places, takes nobody any more. */
public record CancelCourse(UUID courseId) {}
