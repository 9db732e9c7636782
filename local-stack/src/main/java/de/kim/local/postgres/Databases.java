package de.kim.local.postgres;

import de.kim.local.Secrets;
import de.kim.local.Trouble;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;

/**
 * The databases of the services and their roles: per database an owner, who creates the tables, and
 * a service role, which may connect and has on tables only what the owner's DDL grants it.
 */
public final class Databases {
    /** The administrator of the server that the stack starts itself. */
    static final String ADMINISTRATOR = "postgres";

    private static final String DATABASE = "SELECT 1 FROM pg_database WHERE datname = ?";

    private final String server;
    private final String administrator;
    private final Supplier<String> password;
    private final Secrets secrets;

    /**
     * @param server JDBC address without a database, such as {@code
     *     jdbc:postgresql://127.0.0.1:5432}
     * @param password the administrator's, asked for only when a connection is made
     */
    private Databases(
            String server, String administrator, Supplier<String> password, Secrets secrets) {
        this.server = server;
        this.administrator = administrator;
        this.password = password;
        this.secrets = secrets;
    }

    /** The databases of the server that the stack starts itself. */
    static Databases own(int port, Secrets secrets) {
        var server = "jdbc:postgresql://127.0.0.1:" + port;
        return new Databases(server, ADMINISTRATOR, () -> secrets.of(ADMINISTRATOR), secrets);
    }

    /**
     * The databases of a server that someone else runs.
     *
     * @param jdbcUrl of an administrator, with {@code user} and {@code password} as parameters
     */
    public static Databases external(String jdbcUrl, Secrets secrets) {
        var parts = Driver.parseURL(jdbcUrl, null);
        if (parts == null || parts.getProperty("user") == null) {
            throw new Trouble(
                    "KIM_EXTERNAL_POSTGRES is not the JDBC address of an administrator.",
                    "Write it as jdbc:postgresql://HOST:PORT/postgres?user=NAME&password=SECRET.");
        }
        var server =
                "jdbc:postgresql://%s:%s"
                        .formatted(parts.getProperty("PGHOST"), parts.getProperty("PGPORT"));
        return new Databases(
                server,
                parts.getProperty("user"),
                () -> parts.getProperty("password", ""),
                secrets);
    }

    /** The JDBC address of the server, without a database. */
    public String server() {
        return server;
    }

    /** The JDBC address of a database, without user and password. */
    public String url(String database) {
        return server + "/" + database;
    }

    /** The role that owns a service's tables. */
    public static String owner(String database) {
        return database + "_owner";
    }

    /** The role a service works as. */
    public static String user(String database) {
        return database + "_service";
    }

    /** The password of a role. */
    public String password(String role) {
        return secrets.of(role);
    }

    /** Whether the server answers a query. */
    public boolean answer() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Creates databases and roles that are missing and sets the passwords; what exists stays as it
     * is.
     */
    public void create(Collection<String> names) {
        try (var connection = connect("postgres")) {
            for (var name : names) {
                create(connection, name, name);
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "The databases cannot be created: %s.".formatted(e.getMessage()),
                    "Check that the administrator may create databases and roles.",
                    e);
        }
    }

    /** A connection to a database as the role that owns the tables of a service. */
    public Connection asOwner(String service, String database) throws SQLException {
        return DriverManager.getConnection(url(database), owner(service), password(owner(service)));
    }

    /** Creates a database with the roles of a service's. */
    public void create(String service, String database) {
        administrate(
                connection -> {
                    create(connection, service, database);
                    return true;
                });
    }

    /** Whether there is a database of this name. */
    public boolean exists(String database) {
        return administrate(connection -> exists(connection, DATABASE, database));
    }

    /** Drops a database, if there is one of this name. */
    public void drop(String database) {
        administrate(
                connection -> {
                    execute(
                            connection,
                            "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
                    return true;
                });
    }

    /** Gives a database another name; whoever is connected to it is sent away. */
    public void rename(String from, String to) {
        administrate(
                connection -> {
                    exists(
                            connection,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?",
                            from);
                    execute(connection, "ALTER DATABASE %s RENAME TO %s".formatted(from, to));
                    return true;
                });
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T administrate(Work<T> work) {
        try (var connection = connect("postgres")) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new Trouble(
                    "The databases cannot be changed: %s.".formatted(e.getMessage()),
                    "Check that the administrator may create databases and roles.",
                    e);
        }
    }

    private void create(Connection connection, String service, String database)
            throws SQLException {
        for (var role : List.of(owner(service), user(service))) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                execute(connection, "CREATE ROLE %s LOGIN".formatted(role));
            }
            execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(role, password(role)));
        }
        if (!exists(connection, DATABASE, database)) {
            // an administrator who is no superuser has to be a member of the role to which it gives
            // a database
            execute(connection, "GRANT %s TO CURRENT_USER".formatted(owner(service)));
            execute(connection, "CREATE DATABASE %s OWNER %s".formatted(database, owner(service)));
        }
        execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        execute(
                connection,
                "GRANT CONNECT ON DATABASE %s TO %s".formatted(database, user(service)));
        try (var inside = connect(database)) {
            execute(inside, "GRANT USAGE ON SCHEMA public TO " + user(service));
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", administrator);
        properties.setProperty("password", password.get());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url(database), properties);
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
