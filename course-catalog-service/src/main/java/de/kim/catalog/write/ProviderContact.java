package de.kim.catalog.write;

import org.jspecify.annotations.Nullable;

/** How anybody reaches the organisation: published with its free places, so without a person. */
public record ProviderContact(
        @Nullable String phone, @Nullable String email, @Nullable String website) {}
