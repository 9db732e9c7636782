package de.kim.kit.door;

import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an event that could not be applied, with its next attempt, so that only its subject waits.
 * An outage of the database is nobody's fault and is thrown on.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final RootUnitOfWork root;
    private final InboxMarks marks;
    private final ParkingLot parking;
    private final DoorProperties properties;
    private final DoorMetrics metrics;
    private final Clock clock;

    Failures(
            RootUnitOfWork root,
            InboxMarks marks,
            ParkingLot parking,
            DoorProperties properties,
            DoorMetrics metrics,
            Clock clock) {
        this.root = root;
        this.marks = marks;
        this.parking = parking;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Does the work of one event; empty when it failed and was kept. */
    <T> Optional<T> guard(Address address, String type, Arrival arrival, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            root.run(() -> keep(address, type, arrival, e));
            return Optional.empty();
        }
    }

    private void keep(Address address, String type, Arrival arrival, Throwable failure) {
        if (marks.lock(address) >= address.sequence()) {
            return; // Another instance applied it in the meantime.
        }
        int attempts = parking.attempts(address) + 1;
        Instant now = clock.instant();
        @Nullable Instant next =
                attempts < properties.attempts() ? now.plus(properties.pauseAfter(attempts)) : null;
        parking.failed(address, type, arrival, attempts, next, failure.getClass().getName(), now);
        metrics.in(type, next == null ? Result.DEAD : Result.FAILED);
        LOG.error(
                "Attempt {} at {} {} of {} failed{}",
                attempts,
                type,
                address.sequence(),
                address.subject(),
                next == null ? ": dead letter" : ", next at " + next,
                failure);
    }
}
