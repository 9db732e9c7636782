package de.kim.local.service;

import de.kim.local.process.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The classes of a service as its JVM lays them out in memory, kept in a file: the next start maps
 * them instead of loading, checking and linking each (JEP 514). The JVM ignores a cache that does
 * not fit jar, JDK or options.
 *
 * @param file where it lies, or will
 */
record AotCache(Path file) {

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Where a training run writes to, so that a run that is cut short leaves nothing that looks
     * finished.
     */
    Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /**
     * Runs a training to its end.
     *
     * @return whether there is a cache now
     */
    boolean make(Launch training, File log) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(training.command())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(training.environment());
        var process = builder.start();
        var stop = new Thread(process::destroyForcibly, "stop-training");
        Runtime.getRuntime().addShutdownHook(stop);
        var code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        if (code != 0 || !Files.exists(unfinished())) {
            return false;
        }
        Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
