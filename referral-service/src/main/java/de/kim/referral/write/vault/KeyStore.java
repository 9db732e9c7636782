package de.kim.referral.write.vault;

import com.google.crypto.tink.Aead;
import de.kim.events.DataClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the keys of people's data are: never in the database and never in a backup, so that
 * destroying a key erases what it encrypted wherever a copy of it may be.
 */
public interface KeyStore {
    /** Which store this is; a database belongs to one of them. */
    UUID id();

    /**
     * A new ring with a key for each class. It is being stored; nothing that needs a key may be
     * committed before {@link Keyring#awaitDurable()}.
     */
    Keyring create(Set<DataClass> classes);

    /**
     * The key of this class, made and stored where the ring has none. The caller holds the lock of
     * the referral's row.
     */
    Keyring.Key extend(UUID ringId, DataClass dataClass);

    /** The key, if there is such a one (any more). */
    Optional<Aead> key(UUID ringId, DataClass dataClass, UUID keyId);

    /**
     * A text as a number that only this store makes of it, always the same: HMAC-SHA-256. Unlike
     * what is encrypted it does not become worthless when keys are destroyed: whoever keeps it
     * deletes it.
     */
    byte[] hash(String text);

    /** Throws a new ring away, because what it encrypts was not stored in the end. */
    void discard(Keyring ring);

    /**
     * Remembers the destruction and destroys the keys, in this order; both are durable afterwards.
     * Doing it again changes nothing.
     */
    void destroy(Destruction destruction);

    /** Every destruction there was, in order. */
    List<Destruction> destructions();
}
