package de.kim.kit.door;

/** The names under which the doors are known to Axon, Spring Cloud Stream and the metrics. */
public final class DoorNames {
    /** The tracking processor that publishes, and its processing group. */
    public static final String OUTBOX = "outbox";

    /** The function that listens; not "inbox", which is the name of the service's own bean. */
    public static final String INBOX = "hear";

    /** The binding of {@link #INBOX} to Kafka. */
    public static final String INBOX_BINDING = INBOX + "-in-0";

    /** The bean that hands whole Kafka records to the inbox. */
    public static final String INBOX_RECORDS = "kafkaRecords";

    /** The counter of what became of events at the doors. */
    public static final String COUNTER = "kim.door";

    /** How many events a processor is behind. */
    public static final String LAG_EVENTS = "kim.lag.events";

    /** How many seconds a processor is behind. */
    public static final String LAG_SECONDS = "kim.lag.seconds";

    /** How many heard records wait, by the reason why. */
    public static final String PARKED = "kim.door.parked";

    private DoorNames() {}
}
