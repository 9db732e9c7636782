package de.kim.allocation.read;

/** Names of the processors of this service's own history; one place, so that none is misspelt. */
public final class OwnHistory {
    /** What rounds and deadlines rest on: changed in the transaction of the event itself. */
    public static final String PLACES = "places";

    /** Notes that a place became free, in the transaction of the event itself. */
    public static final String REFILL = "refill";

    private OwnHistory() {}
}
