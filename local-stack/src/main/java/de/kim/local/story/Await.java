package de.kim.local.story;

import de.kim.local.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something that travels between the services has arrived. */
final class Await {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int SHARE = 4;

    private Await() {}

    /**
     * Waits for a condition; says in plain words what did not come when {@code patience} is over.
     */
    static void until(String what, Duration patience, BooleanSupplier condition) {
        var givenUp = System.nanoTime() + patience.toNanos();
        while (true) {
            var begun = System.nanoTime();
            if (condition.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() > givenUp) {
                throw new Trouble(
                        "%s did not happen within %d seconds."
                                .formatted(what, patience.toSeconds()),
                        "See ./kim status, ./kim logs SERVICE and the services' /api/dead-letters.");
            }
            // a question that costs the services much is asked less often: they have work to do
            LockSupport.parkNanos(Math.max(PAUSE, SHARE * (System.nanoTime() - begun)));
        }
    }
}
