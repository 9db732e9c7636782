package de.kim.reporting.read;

import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.audit.note.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A folder apart from the database, the same for all instances: the private keys of the ledger, one
 * file each, and the last checkpoint that was signed. A database that was put back to an older
 * state does not get past that one.
 */
@Component
public class KeyFolder {
    private static final String LAST = "last-checkpoint";

    private final Path folder;

    public KeyFolder(@Value("${kim.ledger.key-folder}") String folder) {
        this.folder = Path.of(folder);
    }

    /** The private half of this key; empty when it is not here. */
    Optional<SigningKey> key(PublicKeyLine line) {
        return read(line.id() + ".key")
                .map(SigningKey::parse)
                .filter(k -> k.publicLine().equals(line));
    }

    void keep(SigningKey key) {
        write(key.publicLine().id() + ".key", key.secretLine() + "\n");
    }

    Optional<SignedNote> last() {
        return read(LAST).map(SignedNote::parse);
    }

    void keepLast(SignedNote checkpoint) {
        write(LAST, checkpoint.toString());
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and on disk before anybody hears of it. */
    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(name + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly());
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true);
            }
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
