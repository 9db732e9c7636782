package de.kim.referral.write.vault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rings that were used lately, so that they need not be read and unwrapped again; the least
 * recently used one goes first.
 */
final class HotKeyrings {
    private static final int CAPACITY = 256;

    private final Map<UUID, Keyring> rings =
            new LinkedHashMap<>(CAPACITY, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Keyring> eldest) {
                    return size() > CAPACITY;
                }
            };

    synchronized @Nullable Keyring get(UUID ringId) {
        return rings.get(ringId);
    }

    synchronized void put(Keyring ring) {
        rings.put(ring.id(), ring);
    }

    synchronized void remove(UUID ringId) {
        rings.remove(ringId);
    }
}
