package de.kim.kit.door;

import de.kim.events.PublicEvent;
import org.jspecify.annotations.Nullable;

/**
 * The way into a service that keeps every event as it was said. To it an event of a type that its
 * version does not know is an event like any other: it is kept in its turn, its mark moves on, and
 * nobody waits for an upgrade. What such an event means is found out from what was kept, when a
 * version comes that knows it.
 */
public interface LedgerDoor extends InDoor {
    /**
     * Keeps one event, each once and in order per (source, subject), in the transaction of its
     * mark; when its type is known, {@link #hear} follows in the same transaction.
     *
     * @param known what the event says; null when this version does not know its type
     */
    void keep(RawEvent event, @Nullable PublicEvent known);

    /**
     * An event whose turn was before came again: most often the same one, delivered twice. It takes
     * no effect; a ledger can look whether it says the same.
     */
    default void again(RawEvent event) {}
}
