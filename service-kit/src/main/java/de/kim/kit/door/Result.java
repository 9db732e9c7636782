package de.kim.kit.door;

import java.util.Locale;

/** What is counted at the doors. */
enum Result {
    SAID,
    HANDLED,
    IGNORED,
    REFUSED,
    DROPPED,
    PARKED,
    FAILED,
    DEAD;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
