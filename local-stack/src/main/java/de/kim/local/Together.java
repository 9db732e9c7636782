package de.kim.local;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once. */
final class Together {
    private Together() {}

    /** Runs all to their end; then throws the first failure, the others attached to it. */
    static void run(List<Runnable> tasks) {
        RuntimeException first = null;
        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<?>> all = tasks.stream().<Future<?>>map(threads::submit).toList();
            for (var task : all) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    var failure =
                            e.getCause() instanceof RuntimeException r
                                    ? r
                                    : new IllegalStateException(e);
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                } catch (InterruptedException e) {
                    threads.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new Trouble("Interrupted.", "Run ./kim status to see what runs.", e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
