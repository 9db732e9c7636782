package de.kim.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Takes what a training run wrote, or throws it away when the run had to be killed. */
    void finish(boolean ranToItsEnd) {
        try {
            if (ranToItsEnd && Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(unfinished());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
