package de.kim.system.bench;

import com.zaxxer.hikari.HikariDataSource;
import de.kim.local.postgres.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database with its two roles.
 *
 * @param url JDBC address without credentials
 * @param owner the role that creates tables
 * @param user the role that a service works as
 */
record Database(String url, String owner, String ownerPassword, String user, String userPassword) {

    static Database of(Databases databases, String name) {
        var owner = Databases.owner(name);
        var user = Databases.user(name);
        return new Database(
                databases.url(name),
                owner,
                databases.password(owner),
                user,
                databases.password(user));
    }

    /** Executes statements as the owner. */
    void asOwner(String... statements) throws SQLException {
        try (var connection = ownerConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A count or another number, asked by the owner. */
    long number(String query) throws SQLException {
        try (var connection = ownerConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    /** A pool of connections as the service's role; the caller closes it. */
    HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(userPassword);
        pool.setMaximumPoolSize(size);
        return pool;
    }
}
