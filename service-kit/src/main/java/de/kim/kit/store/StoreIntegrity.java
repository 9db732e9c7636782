package de.kim.kit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;

/**
 * Refuses to start on an event store whose sequence is behind its events, as it can be after a dump
 * was restored in parts: new events would get positions that readers have already passed.
 */
@DependsOnDatabaseInitialization
final class StoreIntegrity implements InitializingBean {
    private final DataSource dataSource;

    StoreIntegrity(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // The events first: an instance that runs already may add some in between.
            long lastEvent = number(statement, "select coalesce(max(position), 0) from event");
            long lastDrawn = number(statement, StreamReader.HIGHEST);
            if (lastDrawn < lastEvent) {
                throw new IllegalStateException(
                        ("The event store is damaged: its sequence stands at %d, but there are"
                                        + " events up to %d. Was a dump restored in parts? See"
                                        + " docs/operations.md")
                                .formatted(lastDrawn, lastEvent));
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
