package de.kim.referral.write.vault;

import com.google.crypto.tink.Aead;
import de.kim.events.DataClass;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The keys of one referral's data, one for each class that there is.
 *
 * @param durable done when the keys are where a crash cannot take them
 */
public record Keyring(UUID id, Map<DataClass, Key> keys, Future<?> durable) {
    public Keyring {
        keys = Map.copyOf(keys);
    }

    /**
     * One key.
     *
     * @param id kept beside what it encrypts
     */
    public record Key(UUID id, Aead aead) {}

    /** Waits until no crash can take the keys away from what they encrypt. */
    void awaitDurable() {
        try {
            durable.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Keys cannot be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while storing keys", e);
        }
    }
}
