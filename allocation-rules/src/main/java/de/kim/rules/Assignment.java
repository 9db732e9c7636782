package de.kim.rules;

import java.util.UUID;

/** A place for a person: the course, and the section they enter. */
public record Assignment(UUID referralId, UUID courseId, int section) {}
