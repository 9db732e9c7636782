package de.kim.rules;

import java.util.UUID;

/** The place of somebody who accepted it but keeps waiting for one they rank higher. */
public record HeldPlace(UUID courseId, int section) {}
