package de.kim.allocation.write;

import de.kim.events.ProviderChangeReason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person gives the place back, for a lawful reason, and waits for one elsewhere.
 *
 * @param nextSection with which the person goes on; needed when they sit in the course already
 */
public record ChangeProvider(
        UUID referralId, ProviderChangeReason reason, @Nullable Integer nextSection) {}
