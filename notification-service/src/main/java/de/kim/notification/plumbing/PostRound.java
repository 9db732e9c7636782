package de.kim.notification.plumbing;

import de.kim.notification.write.MessageHistory.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The threads that let the {@link Postman} work: woken when a message was planned here, and every
 * second for what other instances planned and for what is due again.
 */
@Component
@ProcessingGroup("messages")
class PostRound implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PostRound.class);
    private static final long POLL_MILLIS = 1000;

    private final Postman postman;
    private final int workers;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    PostRound(Postman postman, MailSettings settings) {
        this.postman = postman;
        this.workers = settings.workers();
    }

    @EventHandler
    void wakeAfterCommit(Planned event) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            bell.release();
                        }
                    });
        }
    }

    private void work() {
        while (running) {
            try {
                sendAllThatIsDue();
                if (bell.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void sendAllThatIsDue() {
        try {
            boolean more = true;
            while (running && more) {
                more = postman.sendNext();
            }
        } catch (RuntimeException e) {
            // The database is away, or somebody was faster eight times: the lease ends, the round
            // goes on.
            log.warn("the postman could not work", e);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int number = 1; number <= workers; number++) {
            threads.add(Thread.ofPlatform().name("postman-" + number).start(this::work));
        }
    }

    /** A mail on its way is finished. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.release(workers);
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
