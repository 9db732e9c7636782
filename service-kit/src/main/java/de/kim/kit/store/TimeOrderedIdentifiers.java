package de.kim.kit.store;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages as UUIDs of version 7 (RFC 9562 §5.7): they begin with the time, so new events
 * stand side by side in the index of their ids, however large the store has become. Found by Axon
 * through the service loader.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {
    private static final SecureRandom SEEDS = new SecureRandom();
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(SEEDS.nextLong()));

    @Override
    public String generateIdentifier() {
        SplittableRandom random = RANDOM.get();
        long time = System.currentTimeMillis() << 16;
        long version = 0x7000L | random.nextLong() >>> 52;
        long variant = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(time | version, variant).toString();
    }
}
