package de.kim.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The log of one component. It is appended to by the process; a start begins a new file once the
 * old one is large.
 *
 * @param file where it lies
 */
public record LogFile(Path file) {
    private static final long LARGE_BYTES = 20L * 1024 * 1024;
    private static final int TAIL_BYTES = 256 * 1024;

    /** The last lines, oldest first; empty where nothing was logged. */
    public List<String> tail(int lines) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, log.length() - TAIL_BYTES);
            var bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Puts a large log aside, keeping one generation. */
    void rotate() {
        try {
            if (Files.exists(file) && Files.size(file) > LARGE_BYTES) {
                var old = file.resolveSibling(file.getFileName() + ".1");
                Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
