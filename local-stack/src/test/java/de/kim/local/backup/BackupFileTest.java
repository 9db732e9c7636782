package de.kim.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Progress;
import de.kim.local.Secrets;
import de.kim.local.Trouble;
import de.kim.local.postgres.Databases;
import de.kim.local.service.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is no backup, not a whole one, or not one for here, is refused before anything is touched.
 */
class BackupFileTest {
    private static final Service LIBRARY = new Service("library-service", "library");
    private static final String MIGRATION = "create table book (title text);\n";

    @TempDir private Path folder;

    @Test
    void a_whole_backup_of_this_version_is_taken() throws IOException {
        assertThat(check(written(1, crc(), null)).madeAt()).isEqualTo("2026-11-23T09:00:00Z");
    }

    @Test
    void nobody_else_may_read_it_and_one_that_is_there_is_not_touched() throws IOException {
        var file = written(1, crc(), null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> BackupFile.create(file)).hasMessageContaining("is there already");
    }

    @Test
    void what_was_not_finished_leaves_no_file() throws IOException {
        var file = folder.resolve("unfinished");
        try (var writer = BackupFile.create(file)) {
            writer.add("library/public.book.copy", out -> 0);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_missing_foreign_or_cut_short_is_refused() throws IOException {
        var whole = Files.readAllBytes(written(1, crc(), null));
        refused("cannot be read", folder.resolve("missing"));
        refused("cannot be read", folder);
        refused("is no backup of KIM, or not a whole one", file("empty", new byte[0]));
        refused(
                "is no backup of KIM, or not a whole one",
                file("text", "hello".getBytes(StandardCharsets.UTF_8)));
        refused(
                "is no backup of KIM, or not a whole one",
                file("short", Arrays.copyOf(whole, whole.length - 30)));
        refused("is no backup of KIM: it has no manifest.json", zip("other", "readme", "hello"));
        refused("is no backup of KIM, or not a whole one", zip("odd", "manifest.json", "[1"));
        refused("is no backup of KIM, or not a whole one", zip("less", "manifest.json", "{}"));
    }

    @Test
    void a_file_of_a_later_format_is_refused() throws IOException {
        refused("has format 2", written(2, crc(), null));
    }

    @Test
    void a_table_that_was_changed_is_noticed() throws IOException {
        var file = written(1, crc(), null);
        try (var backup = BackupFile.open(file)) {
            var manifest = backup.manifest();
            var table = manifest.databases().getFirst().tables().getFirst();
            var other =
                    new Manifest.Table(
                            table.name(), table.columns(), table.rows(), table.entry(), "00");
            var claimed =
                    new Manifest(
                            1,
                            manifest.madeAt(),
                            null,
                            List.of(
                                    new Manifest.Database(
                                            "library", List.of(), List.of(other), List.of())));
            assertThatThrownBy(() -> backup.verify(claimed))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("was changed");
        }
    }

    @Test
    void a_backup_of_another_version_is_refused() throws IOException {
        refused("another version of KIM", written(1, crc() + 1, null));
    }

    @Test
    void a_backup_that_belongs_to_other_keys_is_refused() throws IOException {
        refused("belongs to the key store here-not", written(1, crc(), "here-not"));
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/store"), "kim-keys 1\nhere\nx\n");
        refused("belongs to the key store here-not", written(1, crc(), "here-not"));
        assertThat(check(written(1, crc(), "here")).keyStore()).isEqualTo("here");
    }

    private void refused(String why, Path file) {
        assertThatThrownBy(() -> check(file)).isInstanceOf(Trouble.class).hasMessageContaining(why);
    }

    private Manifest check(Path file) throws IOException {
        var secrets = new Secrets(new KimHome(folder));
        var nowhere = "jdbc:postgresql://127.0.0.1:1/postgres?user=nobody&password=none";
        return new Restore(
                        Databases.external(nowhere, secrets),
                        List.of(LIBRARY),
                        new Installation(repository()),
                        folder.resolve("keys"))
                .check(file, Progress.SILENT);
    }

    /** A repository in which the service was built, with one migration. */
    private Path repository() throws IOException {
        var target = folder.resolve("repository/library-service/target");
        Files.createDirectories(target);
        try (var jar =
                new ZipOutputStream(
                        Files.newOutputStream(target.resolve("library-service-1.jar")))) {
            jar.putNextEntry(new ZipEntry("BOOT-INF/classes/db/service/V1__book.sql"));
            jar.write(MIGRATION.getBytes(StandardCharsets.UTF_8));
        }
        return folder.resolve("repository");
    }

    private Path written(int format, int checksum, @Nullable String keyStore) throws IOException {
        var file = folder.resolve("backup-" + format + "-" + checksum + "-" + keyStore);
        Files.deleteIfExists(file);
        try (var writer = BackupFile.create(file)) {
            var book =
                    writer.add(
                            "library/public.book.copy",
                            out -> {
                                write(out, "Faust\nEmma\n");
                                return 2;
                            });
            writer.finish(
                    new Manifest(
                            format,
                            "2026-11-23T09:00:00Z",
                            keyStore,
                            List.of(
                                    new Manifest.Database(
                                            "library",
                                            List.of(
                                                    new Manifest.Migration(
                                                            "V1__book.sql", checksum)),
                                            List.of(
                                                    new Manifest.Table(
                                                            "public.book",
                                                            List.of("title"),
                                                            book.rows(),
                                                            "library/public.book.copy",
                                                            book.sha256())),
                                            List.of()))));
        }
        return file;
    }

    private static int crc() {
        var crc = new java.util.zip.CRC32();
        crc.update(MIGRATION.strip().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zip(String name, String entry, String text) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            write(zip, text);
        }
        return file;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
