package de.kim.local;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The main class of the background process that makes the AOT caches. */
public final class TrainingRun {
    /** The story of a first demo is told by then, and shares the processors with no one. */
    private static final int DELAY_SECONDS = 90;

    private TrainingRun() {}

    /**
     * @param args the home of the stack
     */
    public static void main(String[] args) throws Exception {
        try (var later = Executors.newSingleThreadScheduledExecutor()) {
            later.schedule(
                            () ->
                                    Stack.at(Path.of(args[0]))
                                            .train((c, what) -> System.out.println(c + " " + what)),
                            DELAY_SECONDS,
                            TimeUnit.SECONDS)
                    .get();
        }
    }
}
