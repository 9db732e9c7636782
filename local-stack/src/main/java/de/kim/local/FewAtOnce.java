package de.kim.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works through a list, a few items at a time, as a handful of people at their desks would. */
public final class FewAtOnce {
    private static final int FEW = 4;

    private FewAtOnce() {}

    /** Does the work for every item, then throws the first failure. */
    public static <T> void each(Collection<T> items, Consumer<T> work) {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(FEW)) {
            items.forEach(item -> all.add(threads.submit(() -> work.accept(item))));
        }
        for (var one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted.", "Start again: nothing is lost.", e);
            }
        }
    }
}
