package de.kim.allocation.write;

import de.kim.events.ProviderChangeReason;
import java.util.UUID;

/** The person gives the place back, for a lawful reason, and waits for one elsewhere. */
public record ChangeProvider(UUID referralId, ProviderChangeReason reason) {}
