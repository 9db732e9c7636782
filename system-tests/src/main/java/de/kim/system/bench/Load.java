package de.kim.system.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on beside what is measured, so many times a second, on a thread of its own. When
 * it is held up it catches up: nobody who comes later is left out.
 */
final class Load implements AutoCloseable {
    /** One operation. */
    interface Work {
        /**
         * @param turn which one it is, from 0
         */
        void once(long turn) throws Exception;
    }

    private final AtomicLong done = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Exception failure;

    private Load(int perSecond, Work work) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("bench-load")
                        .start(() -> run(1_000_000_000L / perSecond, work));
    }

    static Load start(int perSecond, Work work) {
        return new Load(perSecond, work);
    }

    private void run(long gap, Work work) {
        var begin = System.nanoTime();
        try {
            while (!stopping) {
                var early = begin + done.get() * gap - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                } else {
                    work.once(done.get());
                    done.incrementAndGet();
                }
            }
        } catch (Exception e) {
            failure = e;
        }
    }

    /** Ends it and tells how many operations there were. */
    long stop() throws InterruptedException {
        close();
        var failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the load failed: the run is void", failed);
        }
        return done.get();
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }
}
