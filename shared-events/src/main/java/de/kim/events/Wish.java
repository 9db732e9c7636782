package de.kim.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish of the person: a provider, or one course of it. Wishes are kept in the person's order
 * (free choice of provider).
 */
public record Wish(String providerId, @Nullable UUID courseId) {}
