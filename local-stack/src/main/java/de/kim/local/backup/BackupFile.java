package de.kim.local.backup;

import de.kim.local.Json;
import de.kim.local.KimHome;
import de.kim.local.Trouble;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;

/**
 * A zip with one entry for each table, as PostgreSQL's COPY writes text, and {@code manifest.json},
 * written last.
 */
final class BackupFile implements AutoCloseable {
    private static final String MANIFEST = "manifest.json";

    private final Path path;
    private final ZipFile zip;

    private BackupFile(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /** Writes one table and gives the number of its rows. */
    interface Rows {
        long write(OutputStream out) throws IOException;
    }

    /** A backup that is being written; it gets its name when it is whole and on the disk. */
    static final class Writer implements AutoCloseable {
        private final Path path;
        private final Path partial;
        private final ZipOutputStream zip;

        private Writer(Path path, Path partial, OutputStream out) {
            this.path = path;
            this.partial = partial;
            this.zip = new ZipOutputStream(out);
        }

        /** The rows of a table and the SHA-256 of what was written. */
        record Written(long rows, String sha256) {}

        Written add(String entry, Rows rows) throws IOException {
            zip.putNextEntry(new ZipEntry(entry));
            var digest = sha256();
            var out = new DigestOutputStream(new Open(zip), digest);
            long count = rows.write(out);
            zip.closeEntry();
            return new Written(count, HexFormat.of().formatHex(digest.digest()));
        }

        void finish(Manifest manifest) throws IOException {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(Json.text(manifest).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.close();
            try (var file = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.deleteIfExists(partial);
        }
    }

    /** Whoever writes a table does not close the zip. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() {}
    }

    /** Begins a new file; one that is there already is not touched. */
    static Writer create(Path path) {
        var absolute = path.toAbsolutePath();
        if (Files.exists(absolute)) {
            throw new Trouble(
                    "%s is there already.".formatted(path), "Name another file for the backup.");
        }
        var partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try {
            KimHome.privateFile(partial, "");
            return new Writer(absolute, partial, Files.newOutputStream(partial));
        } catch (IOException e) {
            throw new Trouble(
                    "%s cannot be written (%s).".formatted(path, e.getMessage()),
                    "Name a file in a folder that is there and that you may write.",
                    e);
        }
    }

    /**
     * Opens a backup.
     *
     * @throws Trouble when it is none, or not a whole one
     */
    static BackupFile open(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Trouble(
                    "%s cannot be read.".formatted(path), "Check the name and the permissions.");
        }
        try {
            return new BackupFile(path, new ZipFile(path.toFile()));
        } catch (ZipException e) {
            throw notWhole(path, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says of itself. */
    Manifest manifest() {
        try (var in = entry(MANIFEST)) {
            var manifest = Json.read(in.readAllBytes(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new Trouble(
                        "%s has format %d, and this KIM knows format %d only."
                                .formatted(path, manifest.format(), Manifest.FORMAT),
                        "Restore it with the KIM that made it.");
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw notWhole(path, e);
        }
    }

    /**
     * Reads everything once.
     *
     * @throws Trouble when a table is missing or is not what was written
     */
    void verify(Manifest manifest) {
        for (var database : manifest.databases()) {
            for (var table : database.tables()) {
                var digest = sha256();
                try (var in = new DigestInputStream(entry(table.entry()), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw notWhole(path, e);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
                    throw new Trouble(
                            "%s was changed: table %s of %s is not what was written."
                                    .formatted(path, table.name(), database.name()),
                            "Take another backup.");
                }
            }
        }
    }

    /** The rows of a table. */
    InputStream entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new Trouble(
                    "%s is no backup of KIM: it has no %s.".formatted(path, name),
                    "Name a file that ./kim backup made.");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trouble notWhole(Path path, Exception cause) {
        return new Trouble(
                "%s is no backup of KIM, or not a whole one (%s)."
                        .formatted(path, cause.getMessage()),
                "Name a file that ./kim backup made, or copy it again.",
                cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
