package de.kim.kit.door;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Looks again and again for parked events that are due: failed ones whose pause is over, and ones
 * whose turn has come while nobody was there. The due time is stored, so a restart forgets nothing.
 */
final class Retries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final ParkingLot parking;
    private final Reception reception;
    private final DoorProperties properties;
    private final Clock clock;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private volatile boolean running;
    private boolean typesLearned;

    Retries(ParkingLot parking, Reception reception, DoorProperties properties, Clock clock) {
        this.parking = parking;
        this.reception = reception;
        this.properties = properties;
        this.clock = clock;
        scheduler.setThreadNamePrefix("inbox-retries-");
        scheduler.setDaemon(true);
    }

    /** Tries what is due, in order. */
    void retryDue() {
        if (!typesLearned) {
            reception.knowMoreTypes();
            typesLearned = true;
        }
        List<Parked> due = parking.due(clock.instant());
        for (Parked parked : due) {
            if (!running) {
                return;
            }
            // Another one may have taken it along in the meantime.
            parking.find(parked.id()).ifPresent(reception::receiveAgain);
        }
    }

    private void tick() {
        try {
            retryDue();
        } catch (RuntimeException e) {
            LOG.warn("Parked events could not be tried now: {}", e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
        scheduler.initialize();
        scheduler.scheduleWithFixedDelay(this::tick, properties.retryEvery());
    }

    @Override
    public void stop() {
        running = false;
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
