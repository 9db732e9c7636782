package de.kim.local.backup;

import de.kim.local.Installation;
import de.kim.local.Progress;
import de.kim.local.Trouble;
import de.kim.local.postgres.Databases;
import de.kim.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Puts a backup into the place of the databases. Everything is checked before anything is touched,
 * and filled into databases beside the real ones, which change places at the end.
 *
 * @param keys the folder of the key store of this machine
 */
public record Restore(
        Databases databases, List<Service> services, Installation installation, Path keys) {
    private static final String FRESH = "_restored";
    private static final String OLD = "_replaced";

    /**
     * Checks file and versions; nothing is touched.
     *
     * @throws Trouble when it cannot be restored here
     */
    public Manifest check(Path path, Progress progress) {
        try (var file = BackupFile.open(path)) {
            var manifest = file.manifest();
            checkDatabases(path, manifest);
            checkKeys(manifest);
            for (var database : manifest.databases()) {
                migrations(database).check(database.name(), database.migrations());
            }
            progress.tell("backup", "reading it through");
            file.verify(manifest);
            progress.tell("backup", "ready, whole, made at " + manifest.madeAt());
            return manifest;
        }
    }

    /** Fills databases beside the real ones; what an earlier attempt left is thrown away. */
    public void fill(Path path, Manifest manifest, Progress progress) {
        try (var file = BackupFile.open(path)) {
            for (var database : manifest.databases()) {
                progress.tell(database.name(), "restoring");
                var fresh = database.name() + FRESH;
                databases.drop(fresh);
                databases.create(database.name(), fresh);
                migrations(database)
                        .run(
                                database.migrations(),
                                databases.url(fresh),
                                Databases.owner(database.name()),
                                databases.password(Databases.owner(database.name())),
                                Databases.user(database.name()));
                try (var connection = databases.asOwner(database.name(), fresh)) {
                    connection.setAutoCommit(false);
                    fill(connection, database, file);
                    connection.commit();
                }
                progress.tell(
                        database.name(), "ready, restored %d rows".formatted(database.rows()));
            }
        } catch (IOException | SQLException e) {
            throw new Trouble(
                    "The backup could not be restored: %s.".formatted(e.getMessage()),
                    "Nothing was changed. See ./kim logs postgres, then try again.",
                    e);
        }
    }

    /** Puts the filled databases into the place of the real ones. May be repeated after a crash. */
    public void changePlaces(Manifest manifest) {
        for (var database : manifest.databases()) {
            var fresh = database.name() + FRESH;
            var old = database.name() + OLD;
            if (databases.exists(fresh)) {
                if (databases.exists(database.name())) {
                    databases.drop(old);
                    databases.rename(database.name(), old);
                }
                databases.rename(fresh, database.name());
            }
        }
        manifest.databases().forEach(database -> databases.drop(database.name() + OLD));
    }

    private static void fill(Connection connection, Manifest.Database database, BackupFile file)
            throws SQLException, IOException {
        var names =
                database.tables().stream()
                        .map(Manifest.Table::name)
                        .collect(Collectors.joining(", "));
        connection.createStatement().execute("truncate " + names);
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : database.tables()) {
            try (var rows = file.entry(table.entry())) {
                long copied = copies.copyIn(TableCopy.in(table.name(), table.columns()), rows);
                if (copied != table.rows()) {
                    throw new IOException(
                            "%s has %d rows instead of %d"
                                    .formatted(table.name(), copied, table.rows()));
                }
            }
        }
        for (var sequence : database.sequences()) {
            if (sequence.last() != null) {
                try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
                    set.setString(1, sequence.name());
                    set.setLong(2, sequence.last());
                    set.execute();
                }
            }
        }
        connection.createStatement().execute("analyze");
    }

    private void checkDatabases(Path path, Manifest manifest) {
        var wanted = services.stream().map(Service::database).sorted().toList();
        var found = manifest.databases().stream().map(Manifest.Database::name).sorted().toList();
        if (!wanted.equals(found)) {
            throw new Trouble(
                    "%s is a backup of %s, and here are %s."
                            .formatted(path, String.join(", ", found), String.join(", ", wanted)),
                    "Restore it with the KIM that made it.");
        }
    }

    /** People's data can be read only with the keys of then. */
    private void checkKeys(Manifest manifest) {
        if (manifest.keyStore() == null) {
            return;
        }
        var store = keys.resolve("store");
        try {
            if (!Files.exists(store) || !Files.readAllLines(store).contains(manifest.keyStore())) {
                throw new Trouble(
                        "The backup belongs to the key store %s, which is not the one in %s."
                                .formatted(manifest.keyStore(), keys),
                        "Put that folder and its secret (.kim/secrets/keys) in place first: without them nobody's data can be read.");
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The key store in %s cannot be read.".formatted(keys),
                    "Check the permissions.",
                    e);
        }
    }

    private Migrations migrations(Manifest.Database database) {
        return services.stream()
                .filter(service -> service.database().equals(database.name()))
                .findFirst()
                .map(service -> Migrations.of(service, installation))
                .orElseThrow();
    }
}
