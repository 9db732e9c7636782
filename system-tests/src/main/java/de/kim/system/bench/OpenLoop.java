package de.kim.system.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Load that keeps its rate whatever the answers take, as people do who know nothing of each other.
 */
final class OpenLoop {
    /** One operation. */
    interface Work {
        /**
         * @param turn which one it is, from 0
         */
        void once(int turn) throws Exception;
    }

    private OpenLoop() {}

    /**
     * Begins one operation every so often, each on its own thread, and waits for the last one.
     *
     * @return how many there were
     */
    static int run(int perSecond, double seconds, Work work) throws Exception {
        var count = (int) Math.max(1, perSecond * seconds);
        var gap = 1_000_000_000L / perSecond;
        var begin = System.nanoTime();
        var running = new ArrayList<Future<Void>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                waitUntil(begin + i * gap);
                var turn = i;
                running.add(
                        threads.submit(
                                () -> {
                                    work.once(turn);
                                    return null;
                                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an operation failed: the run is void", e.getCause());
        }
        return count;
    }

    private static void waitUntil(long nanoTime) {
        for (var left = nanoTime - System.nanoTime();
                left > 0;
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
