package de.kim.local;

import java.util.concurrent.CompletableFuture;

/** What others wait for before they begin. */
final class Gate {
    private final CompletableFuture<Boolean> open = new CompletableFuture<>();

    /** Does the work and opens; stays shut for ever when the work fails. */
    void openAfter(Runnable work) {
        try {
            work.run();
            open.complete(true);
        } finally {
            open.complete(false);
        }
    }

    /** Waits for the end of the work. */
    boolean isOpen() {
        return open.join();
    }
}
