package de.kim.kit.door;

import org.jspecify.annotations.Nullable;

/** A record that waits: its bytes as they were read, and why it waits. */
record Parked(
        long id,
        Why why,
        @Nullable Address address,
        @Nullable String type,
        Arrival arrival,
        int attempts) {

    /** Why a record waits. */
    enum Why {
        /** One before it has not been applied. */
        EARLY,
        /** This version does not know its type; tried again after an upgrade. */
        UNKNOWN_TYPE,
        /** It failed and is tried again. */
        FAILED,
        /** It failed too often, or was given up; tried again on command only. */
        DEAD,
        /** It is no public event; tried again on command only. */
        MALFORMED
    }
}
