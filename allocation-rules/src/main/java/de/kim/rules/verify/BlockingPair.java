package de.kim.rules.verify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person and a course that would both rather have each other than what the round gave them.
 *
 * @param inFavourOf the person admitted although they stand behind; null: a place is even free
 */
public record BlockingPair(UUID referralId, UUID courseId, @Nullable UUID inFavourOf) {}
