package de.kim.local.backup;

import de.kim.local.Trouble;
import de.kim.local.postgres.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One instant of all databases, although PostgreSQL has snapshots of one database only. While the
 * inbox marks of all services are locked, nobody takes an event; so what a snapshot taken then says
 * was heard had been said, and committed, before every snapshot. That is what has to hold after a
 * restore: no listener ahead of its source. The locks are held for as long as it takes to begin a
 * transaction in each database.
 *
 * @param snapshots a reading transaction in each database
 */
record Cut(Map<String, Connection> snapshots) implements AutoCloseable {
    private static final String NO_LISTENER =
            "set local lock_timeout = '15s'; lock table inbox_mark in share mode";

    static Cut through(Databases databases, List<String> names) {
        List<Connection> locks = new ArrayList<>();
        Map<String, Connection> snapshots = new LinkedHashMap<>();
        try {
            for (var name : names) {
                var connection = databases.asOwner(name, name);
                snapshots.put(name, connection);
                if (!new Catalog(connection).isMigrated()) {
                    throw new Trouble(
                            "The database %s has no tables yet.".formatted(name),
                            "Start everything once with ./kim up.");
                }
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
            }
            for (var snapshot : snapshots.entrySet()) {
                if (hasInbox(snapshot.getValue())) {
                    var name = snapshot.getKey();
                    var connection = databases.asOwner(name, name);
                    locks.add(connection);
                    connection.setAutoCommit(false);
                    connection.createStatement().execute(NO_LISTENER);
                }
            }
            for (var connection : snapshots.values()) {
                connection.createStatement().execute("select 1");
            }
            return new Cut(snapshots);
        } catch (SQLException e) {
            close(snapshots.values());
            throw new Trouble(
                    "The databases cannot be read: %s.".formatted(e.getMessage()),
                    "Check that PostgreSQL runs (./kim status), then try again.",
                    e);
        } catch (Trouble e) {
            close(snapshots.values());
            throw e;
        } finally {
            close(locks);
        }
    }

    private static boolean hasInbox(Connection connection) throws SQLException {
        var found =
                !new Catalog(connection)
                        .strings("select 1 where to_regclass('public.inbox_mark') is not null")
                        .isEmpty();
        // the snapshot is to begin later
        connection.rollback();
        return found;
    }

    @Override
    public void close() {
        close(snapshots.values());
    }

    private static void close(Iterable<Connection> connections) {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                // it is gone either way
            }
        }
    }
}
