package de.kim.kit.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the doors.
 *
 * @param topicPrefix stands before every topic's name; empty but in tests that share a broker
 * @param batchSize how many stored events are published in one unit of work at most
 * @param sendTimeout how long the broker may take to acknowledge them
 * @param longestPause the longest pause between two attempts to publish while the broker is away
 * @param attempts how often an event is tried before it is dead
 * @param firstRetry the pause before the second attempt; doubled for each one after
 * @param longestRetry the longest such pause
 * @param retryEvery how often parked events are looked for that are due
 * @param sealEvery how often it is said how many events were published
 */
@ConfigurationProperties("kim.door")
public record DoorProperties(
        @DefaultValue("") String topicPrefix,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("5") int attempts,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry,
        @DefaultValue("1s") Duration retryEvery,
        @DefaultValue("6h") Duration sealEvery) {

    /** The pause after this many failed attempts. */
    Duration pauseAfter(int failedAttempts) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(failedAttempts - 1, 20));
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
