package de.kim.events;

import java.util.UUID;

/** The person changes the provider for a lawful reason. */
@WireName("kim.allocations.provider-changed.v1")
public record ProviderChanged(
        UUID referralId, UUID fromCourseId, UUID toCourseId, ProviderChangeReason reason)
        implements AllocationEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
