package de.kim.allocation.write;

import de.kim.events.ReleaseCause;
import java.util.UUID;

/** Frees an accepted place. */
public record ReleasePlace(UUID referralId, UUID courseId, ReleaseCause cause) {}
