package de.kim.system.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients that each do the same thing again and again for a while. */
final class Clients {
    /** What one client does once. */
    interface Work {
        /**
         * @param client its number, from 0
         * @param turn how often this client did it before
         */
        void once(int client, long turn) throws Exception;
    }

    /**
     * What was done.
     *
     * @param count how often, all clients together: each time is acknowledged
     * @param seconds how long it took
     */
    record Done(long count, double seconds) {
        double perSecond() {
            return count / seconds;
        }
    }

    private Clients() {}

    /** Runs the clients for {@code seconds}, and each at most {@code turns} times. */
    static Done run(int clients, double seconds, long turns, Work work) throws Exception {
        var begin = System.nanoTime();
        var end = begin + (long) (seconds * 1e9);
        var tasks = new ArrayList<Callable<Long>>();
        for (var i = 0; i < clients; i++) {
            var client = i;
            tasks.add(() -> oneClient(client, end, turns, work));
        }
        var count = 0L;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Long> task : threads.invokeAll(tasks)) {
                count += task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: the run is void", e.getCause());
        }
        return new Done(count, (System.nanoTime() - begin) / 1e9);
    }

    private static long oneClient(int client, long end, long turns, Work work) throws Exception {
        var turn = 0L;
        while (turn < turns && System.nanoTime() < end) {
            work.once(client, turn);
            turn++;
        }
        return turn;
    }
}
