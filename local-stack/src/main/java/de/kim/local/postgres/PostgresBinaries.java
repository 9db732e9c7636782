package de.kim.local.postgres;

import de.kim.local.Folders;
import de.kim.local.KimHome;
import de.kim.local.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs of one stack. They are unpacked once into the build output, from the
 * archive that Maven Central serves for this kind of machine, and copied into the stack, where the
 * user that the server runs as can reach them.
 */
record PostgresBinaries(Path folder) {

    /**
     * Puts them there if they are not; a copy that was cut short is thrown away and made again.
     *
     * @param unpacked the folder for what is unpacked
     */
    static PostgresBinaries in(KimHome home, Path unpacked) {
        var binaries = place(home);
        if (Files.isDirectory(binaries.folder())) {
            return binaries;
        }
        var original = unpacked(unpacked);
        fill(binaries.folder(), partial -> Folders.copy(original, partial));
        return binaries;
    }

    /** The folder in there with the programs, unpacked now if they were not. */
    static Path unpacked(Path unpacked) {
        var original = unpacked.resolve(version());
        if (!Files.isDirectory(original)) {
            fill(original, PostgresBinaries::unpack);
        }
        return original;
    }

    /** Where they lie, or will. */
    static PostgresBinaries place(KimHome home) {
        return new PostgresBinaries(home.resolve("postgres/" + version()));
    }

    /** The path of one of {@code initdb}, {@code pg_ctl}, {@code postgres}. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static String version() {
        // named after the jar it comes in: another version is unpacked beside the old one
        var archive = String.valueOf(PostgresBinaries.class.getResource("/" + archive()));
        var jar = archive.substring(0, Math.max(0, archive.lastIndexOf(".jar!")));
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static String archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
        var machine =
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private interface Filling {
        void into(Path folder) throws IOException;
    }

    /** Fills a folder aside, so that it is there whole or not at all. */
    private static void fill(Path folder, Filling filling) {
        var partial = folder.resolveSibling(folder.getFileName() + ".partial");
        try {
            Folders.delete(partial);
            KimHome.directory(partial, "rwxr-xr-x");
            filling.into(partial);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var in = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
            if (in == null) {
                throw new Trouble(
                        "There are no PostgreSQL programs for this machine (%s)."
                                .formatted(archive()),
                        "Set KIM_EXTERNAL_POSTGRES to a PostgreSQL 18 of your own.");
            }
            unpack(in, folder);
        }
    }

    private static void unpack(InputStream in, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(
                            "an entry of the archive leads out of its folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            KimHome.directory(path, "rwxr-xr-x");
            return;
        }
        if (path.getParent() != null) {
            KimHome.directory(path.getParent(), "rwxr-xr-x");
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
