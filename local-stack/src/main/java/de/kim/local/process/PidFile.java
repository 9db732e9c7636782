package de.kim.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Remembers which process a component has, and with which settings it was started. */
record PidFile(Path file) {

    /**
     * @param process the process
     * @param fingerprint {@link Launch#fingerprint()} of its start
     */
    record Entry(ProcessIdentity process, String fingerprint) {}

    /** What is remembered, if that process still lives. */
    Optional<Entry> living() {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var process = new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1));
            return Optional.of(new Entry(process, lines.get(2))).filter(e -> e.process().alive());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Entry entry) {
        try {
            var text =
                    entry.process().pid()
                            + "\n"
                            + entry.process().started()
                            + "\n"
                            + entry.fingerprint()
                            + "\n";
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
