package de.kim.reporting.read.report;

import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.ReportingRefusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What takes memory and seconds is done one by one, and only a few may wait for it: so that many
 * who ask at once do not stop the service that writes the ledger.
 */
@Component
public class HeavyWork {
    private static final int MOST_WAITING = 4;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final Semaphore places = new Semaphore(1 + MOST_WAITING);
    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Does it when it is its turn.
     *
     * @throws Refused REPORT_BUSY when too many wait already, or it took too long
     */
    public <T> T alone(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Refused(ReportingRefusal.REPORT_BUSY);
        }
        try {
            await();
            try {
                return work.get();
            } finally {
                turn.release();
            }
        } finally {
            places.release();
        }
    }

    /** Whether the next one is refused. */
    boolean isFull() {
        return places.availablePermits() == 0;
    }

    private void await() {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(ReportingRefusal.REPORT_BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(ReportingRefusal.REPORT_BUSY);
        }
    }
}
