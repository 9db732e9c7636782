package de.kim.kit.door;

import java.time.Duration;
import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * The tracking processor behind the outbox. Axon's pauses after a failure grow to a minute; after a
 * broker has come back nobody waits that long here.
 */
final class OutboxProcessor extends TrackingEventProcessor {
    private final long longestPauseMillis;

    OutboxProcessor(Builder builder, Duration longestPause) {
        super(builder);
        this.longestPauseMillis = longestPause.toMillis();
    }

    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, longestPauseMillis));
    }
}
