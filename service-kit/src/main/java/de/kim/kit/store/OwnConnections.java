package de.kim.kit.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Opens connections to the service's database that do not come from the pool: the store keeps a few
 * for as long as the service runs (reading the stream, LISTEN, NOTIFY), and those would be missing
 * to commands.
 */
@FunctionalInterface
public interface OwnConnections {
    Connection open() throws SQLException;
}
