package de.kim.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a process as its JVM lays them out in memory, kept in a file: the next start maps
 * them instead of loading, checking and linking each (JEP 514). The JVM ignores a cache that does
 * not fit class path, JDK or options.
 *
 * @param file where it lies, or will
 */
public record AotCache(Path file) {
    /** Whether this JDK makes a cache of a run by itself. */
    public static final boolean POSSIBLE = Runtime.version().feature() >= 25;

    /**
     * The cache of this JDK.
     *
     * @param folder what it describes never changes in there: another build has another folder
     */
    public static AotCache in(Path folder, String name) {
        var jdk = System.getProperty("java.vm.version");
        return new AotCache(folder.resolve("%s-%s.aot".formatted(name, jdk)));
    }

    /** Whether a run in training is still to be made. */
    public boolean missing() {
        return POSSIBLE && !Files.exists(file);
    }

    /** Lets a process use it, where it is there. */
    List<String> use() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** Lets a process write it after its work, when it is asked to stop. */
    List<String> make() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
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

    /** A run that is cut short leaves nothing that looks finished. */
    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
