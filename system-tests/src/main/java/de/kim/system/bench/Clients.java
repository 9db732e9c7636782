package de.kim.system.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** So many clients that each do the same thing again and again for a while. */
final class Clients {
    /**
     * What one client does once; {@code turn} counts over all clients, so it can serve as an
     * identity.
     */
    interface Work {
        void once(int client, long turn) throws Exception;
    }

    private Clients() {}

    /**
     * Runs the clients for {@code seconds} and returns how often per second they were done, all
     * together.
     */
    static double perSecond(int clients, double seconds, AtomicLong turns, Work work)
            throws Exception {
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + (long) (seconds * 1e9);
        var tasks = new ArrayList<Callable<Void>>();
        for (var i = 0; i < clients; i++) {
            var client = i;
            tasks.add(
                    () -> {
                        while (System.nanoTime() < end) {
                            work.once(client, turns.incrementAndGet());
                            done.incrementAndGet();
                        }
                        return null;
                    });
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: the run is void", e.getCause());
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
