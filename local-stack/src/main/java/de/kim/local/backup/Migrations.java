package de.kim.local.backup;

import de.kim.local.Folders;
import de.kim.local.Installation;
import de.kim.local.Trouble;
import de.kim.local.service.Service;
import de.kim.local.service.Services;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;

/**
 * The DDL that a built service brings along: its own, and the kit's in a library inside its jar.
 *
 * @param scripts by the name of the file
 */
record Migrations(Map<String, String> scripts) {
    private static final String OWN = "BOOT-INF/classes/db/service/";
    private static final String KIT = "db/kit/";

    static Migrations of(Service service, Installation installation) {
        var scripts = new LinkedHashMap<String, String>();
        try (var jar = new JarFile(Services.jar(service, installation).toFile())) {
            for (var entry : jar.stream().toList()) {
                if (isScript(entry, OWN)) {
                    scripts.put(name(entry), text(jar.getInputStream(entry)));
                } else if (entry.getName().matches("BOOT-INF/lib/service-kit-.*\\.jar")) {
                    readKit(jar.getInputStream(entry), scripts);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Migrations(scripts);
    }

    private static void readKit(InputStream jar, Map<String, String> scripts) throws IOException {
        try (var library = new JarInputStream(jar)) {
            for (var entry = library.getNextEntry();
                    entry != null;
                    entry = library.getNextEntry()) {
                if (isScript(entry, KIT)) {
                    scripts.put(name(entry), text(library));
                }
            }
        }
    }

    /**
     * @throws Trouble when one of them is not known here, or is another one
     */
    void check(String database, List<Manifest.Migration> made) {
        for (var migration : made) {
            var script = scripts.get(migration.script());
            if (script == null || checksum(script) != migration.checksum()) {
                throw new Trouble(
                        "The backup was made by another version of KIM: %s of %s is %s here."
                                .formatted(
                                        migration.script(),
                                        database,
                                        script == null ? "unknown" : "different"),
                        "Restore it with the KIM that made it, or with a later one.");
            }
        }
    }

    /** Makes the tables, with exactly these migrations. */
    void run(List<Manifest.Migration> made, String url, String owner, String password, String role)
            throws IOException {
        var folder = Files.createTempDirectory("kim-migrations");
        try {
            for (var migration : made) {
                Files.writeString(
                        folder.resolve(migration.script()), scripts.get(migration.script()));
            }
            Flyway.configure()
                    .dataSource(url, owner, password)
                    .locations("filesystem:" + folder)
                    .placeholders(Map.of("role", role))
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } finally {
            Folders.delete(folder);
        }
    }

    /** As Flyway does it: the CRC-32 of the lines without their ends. */
    private static int checksum(String script) {
        var crc = new CRC32();
        script.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    private static boolean isScript(ZipEntry entry, String folder) {
        return entry.getName().startsWith(folder) && entry.getName().endsWith(".sql");
    }

    private static String name(ZipEntry entry) {
        return String.valueOf(Path.of(entry.getName()).getFileName());
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
