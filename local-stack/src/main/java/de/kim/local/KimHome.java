package de.kim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything the local stack keeps: data, logs, pid files, ports, secrets,
 * mails.
 *
 * @param folder {@code .kim} in the repository, or what {@code KIM_HOME} says
 */
public record KimHome(Path folder) {
    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    public KimHome {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The log of a component. */
    public Path log(String component) {
        return folder.resolve("logs").resolve(component + ".log");
    }

    /** The file that remembers the process of a component. */
    public Path pidFile(String component) {
        return folder.resolve("run").resolve(component + ".pid");
    }

    /** A folder or file inside. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /**
     * Creates what is missing. The folder is passable (not readable) for others, because PostgreSQL
     * refuses to run as root and then works as another user; {@code secrets} is for the owner
     * alone.
     */
    public void create() {
        directory(folder, "rwx--x--x");
        directory(folder.resolve("logs"), "rwxr-xr-x");
        directory(folder.resolve("run"), "rwxr-xr-x");
        directory(folder.resolve("secrets"), "rwx------");
        refuseWhenDiskIsFull();
    }

    private void refuseWhenDiskIsFull() {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Trouble(
                        "Only %d MB are free under %s, and the stack needs 500 MB."
                                .formatted(free / 1024 / 1024, folder),
                        "Free some space, or set KIM_HOME to a folder on another disk.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a folder with exactly these permissions, whatever the umask says. */
    public static void directory(Path folder, String permissions) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The folder %s cannot be written (%s).".formatted(folder, e.getMessage()),
                    "Make it writable for you, or set KIM_HOME to another folder.",
                    e);
        }
    }

    /** Writes a file that is narrow before anything stands in it. */
    public static void privateFile(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
