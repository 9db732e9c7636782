package de.kim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * While databases change places there is a file; where it stays behind, some are of the backup and
 * some are not, and nothing may be started on them.
 */
record InterruptedRestore(Path file) {
    void begin() {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refuse() {
        if (Files.exists(file)) {
            throw new Trouble(
                    "A restore was cut short: some databases are restored and some are not.",
                    "Run ./kim restore FILE again, with the same file.");
        }
    }
}
