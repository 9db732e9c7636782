package de.kim.local.command;

import de.kim.local.Progress;
import de.kim.local.Trouble;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Shows on standard error what is being done and for how long; a wait is never silent for more than
 * some seconds. On a terminal one line that is written over shows it every second.
 */
public final class Console implements Progress, AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String ERASED = "\r\033[K";

    private final PrintStream out = System.err;
    private final boolean terminal = Boolean.getBoolean("kim.terminal");
    private final Instant begun = Instant.now();
    private final Map<String, String> open = new TreeMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "progress");
                        thread.setDaemon(true);
                        return thread;
                    });
    private Instant lastWord = begun;
    private Duration patience = SHORT;

    /** Begins to count the time. */
    public Console() {
        var unused = clock.scheduleWithFixedDelay(this::breakSilence, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void tell(String component, String what) {
        if (what.startsWith("ready") || what.startsWith("stopped")) {
            open.remove(component);
        } else {
            open.put(component, what);
        }
        patience = SHORT;
        lastWord = Instant.now();
        out.println(erased() + timed("%-23s %s".formatted(component, what)));
    }

    private synchronized void breakSilence() {
        if (open.isEmpty()) {
            return;
        }
        if (terminal) {
            out.print(ERASED + timed(waiting()));
            out.flush();
        } else if (Duration.between(lastWord, Instant.now()).compareTo(patience) >= 0) {
            lastWord = Instant.now();
            out.println(timed(waiting()));
            // the longer it takes, the less often it is said
            patience =
                    patience.multipliedBy(2).compareTo(LONG) < 0 ? patience.multipliedBy(2) : LONG;
        }
    }

    /** What starts or stops is named; of other work is said what it is. */
    private String waiting() {
        return "... "
                + open.entrySet().stream()
                        .map(
                                work ->
                                        work.getValue().matches("starting|stopping")
                                                ? work.getKey()
                                                : work.getValue())
                        .collect(Collectors.joining(", "));
    }

    private String timed(String text) {
        return "%6.1f s  %s"
                .formatted(Duration.between(begun, Instant.now()).toMillis() / 1e3, text);
    }

    private String erased() {
        return terminal ? ERASED : "";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        out.print(erased());
    }

    /** Says in plain sentences what went wrong, everything that did. */
    public static void sorry(PrintWriter err, Throwable e) {
        var known = e instanceof Trouble || e.getMessage() == null;
        err.println(
                e instanceof Trouble trouble
                        ? trouble.text()
                        : "This failed unexpectedly: " + (known ? e : e.getMessage()));
        if (!(e instanceof Trouble) && System.getenv("KIM_DEBUG") != null) {
            e.printStackTrace(err);
        }
        Arrays.stream(e.getSuppressed()).forEach(other -> sorry(err, other));
    }
}
