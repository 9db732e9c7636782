package de.kim.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person changes the provider for a lawful reason. {@code toCourseId} is null when the next
 * place is still to be found: the person waits again, with the same waiting time.
 */
@WireName("kim.allocations.provider-changed.v1")
public record ProviderChanged(
        UUID referralId, UUID fromCourseId, @Nullable UUID toCourseId, ProviderChangeReason reason)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
