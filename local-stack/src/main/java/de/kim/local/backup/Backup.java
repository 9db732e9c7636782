package de.kim.local.backup;

import de.kim.local.Progress;
import de.kim.local.Trouble;
import de.kim.local.postgres.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Copies all databases at one instant, while the services work on. Keys are never in it, and so
 * nothing of people's data can be read in it; what listeners keep of profiles is left out.
 */
public record Backup(Databases databases, List<String> names) {
    /** Makes the backup and gives what it says of itself. */
    public Manifest make(Path file, Progress progress) {
        try (var writer = BackupFile.create(file);
                var cut = Cut.through(databases, names)) {
            var madeAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String keyStore = null;
            List<Manifest.Database> copied = new ArrayList<>();
            for (var snapshot : cut.snapshots().entrySet()) {
                progress.tell(snapshot.getKey(), "copying");
                var database = copy(snapshot.getKey(), snapshot.getValue(), writer);
                copied.add(database);
                var store = keyStore(snapshot.getValue());
                keyStore = store == null ? keyStore : store;
                progress.tell(
                        snapshot.getKey(),
                        "ready, %d tables with %d rows"
                                .formatted(database.tables().size(), database.rows()));
            }
            var manifest = new Manifest(Manifest.FORMAT, madeAt.toString(), keyStore, copied);
            writer.finish(manifest);
            return manifest;
        } catch (IOException | SQLException e) {
            throw new Trouble(
                    "The backup was not made: %s.".formatted(e.getMessage()),
                    "Check the free space beside %s, then try again.".formatted(file),
                    e);
        }
    }

    private static Manifest.Database copy(
            String name, Connection snapshot, BackupFile.Writer writer)
            throws IOException, SQLException {
        var catalog = new Catalog(snapshot);
        var copies = snapshot.unwrap(PGConnection.class).getCopyAPI();
        List<Manifest.Table> tables = new ArrayList<>();
        for (var table : catalog.tables()) {
            var entry = name + "/" + table.name() + ".copy";
            var written =
                    writer.add(
                            entry,
                            out -> {
                                try {
                                    return copies.copyOut(table.out(), out);
                                } catch (SQLException e) {
                                    throw new IOException(e);
                                }
                            });
            tables.add(
                    new Manifest.Table(
                            table.name(),
                            table.columns(),
                            written.rows(),
                            entry,
                            written.sha256()));
        }
        return new Manifest.Database(name, catalog.migrations(), tables, catalog.sequences());
    }

    private static @Nullable String keyStore(Connection snapshot) throws SQLException {
        var catalog = new Catalog(snapshot);
        var vault = "select 1 where to_regclass('vault.key_store') is not null";
        return catalog.strings(vault).isEmpty()
                ? null
                : catalog.strings("select id from vault.key_store").stream()
                        .findFirst()
                        .orElse(null);
    }

    /** How large a file became. */
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
