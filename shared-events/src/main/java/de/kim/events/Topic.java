package de.kim.events;

/**
 * The Kafka topics of KIM; they keep everything, {@link #PROFILES} keeps the latest of each
 * referral.
 */
public enum Topic {
    REFERRALS("kim.referrals"),
    PROFILES("kim.profiles"),
    COURSES("kim.courses"),
    ALLOCATIONS("kim.allocations"),
    NOTIFICATIONS("kim.notifications"),
    RULEBOOK("kim.rulebook");

    private final String destination;

    Topic(String destination) {
        this.destination = destination;
    }

    /** The topic's name in Kafka. */
    public String destination() {
        return destination;
    }

    /** The topic with this name in Kafka. */
    public static Topic named(String destination) {
        for (Topic topic : values()) {
            if (topic.destination.equals(destination)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic " + destination);
    }
}
