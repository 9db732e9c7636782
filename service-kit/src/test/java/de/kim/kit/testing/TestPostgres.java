package de.kim.kit.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A fresh database on a real PostgreSQL 18, with its two roles: the owner, who runs the DDL, and
 * the service's, which may not change events. One server serves all tests of the JVM.
 *
 * <p>The server is embedded, with its durable settings on. The environment variable or system
 * property {@code KIM_TEST_POSTGRES_URL}, a JDBC URL with user and password of a superuser, takes
 * another one instead.
 *
 * <pre>{@code
 * static final TestPostgres POSTGRES = TestPostgres.fresh();
 *
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     POSTGRES.register(registry);
 * }
 * }</pre>
 *
 * @param url JDBC URL of the database, without credentials
 * @param user the service's role
 * @param owner the owner's role
 * @param password of both roles
 */
public record TestPostgres(String url, String user, String owner, String password) {
    private static final String SWITCH = "KIM_TEST_POSTGRES_URL";
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static @Nullable String adminUrl;

    /** Creates a database of its own. */
    public static TestPostgres fresh() {
        String name = "kim_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String password = UUID.randomUUID().toString();
        try (Connection admin = DriverManager.getConnection(adminUrl());
                Statement statement = admin.createStatement()) {
            String owner = name + "_owner";
            statement.execute("create role " + owner + " login password '" + password + "'");
            statement.execute("create role " + name + " login password '" + password + "'");
            statement.execute("create database " + name + " owner " + owner);
            return new TestPostgres(sibling(adminUrl(), name), name, owner, password);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the test", e);
        }
    }

    /** As {@link #fresh()}, with the kit's tables and those of the given Flyway locations. */
    public static TestPostgres migrated(String... locations) {
        TestPostgres database = fresh();
        database.migrate(locations);
        return database;
    }

    /** JDBC URL of the server's administration database, with a superuser's credentials. */
    public static String adminUrl() {
        LOCK.lock();
        try {
            if (adminUrl == null) {
                adminUrl = configured() != null ? configured() : embedded();
            }
            return adminUrl;
        } finally {
            LOCK.unlock();
        }
    }

    private static @Nullable String configured() {
        return System.getProperty(SWITCH, System.getenv(SWITCH));
    }

    private static String embedded() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "300")
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** The same server, another database, no credentials. */
    private static String sibling(String url, String database) {
        int query = url.indexOf('?');
        String plain = query < 0 ? url : url.substring(0, query);
        return plain.substring(0, plain.lastIndexOf('/') + 1) + database;
    }

    /** Runs the kit's DDL and that of the given Flyway locations, as the owner. */
    public void migrate(String... locations) {
        String[] all = new String[locations.length + 1];
        all[0] = "classpath:db/kit";
        System.arraycopy(locations, 0, all, 1, locations.length);
        Flyway.configure()
                .dataSource(url, owner, password)
                .locations(all)
                .placeholders(Map.of("role", user))
                .load()
                .migrate();
    }

    /** The environment variables that a service takes its database from. */
    public Map<String, String> environment() {
        return Map.of(
                "KIM_DB_URL", url,
                "KIM_DB_USER", user,
                "KIM_DB_PASSWORD", password,
                "KIM_DB_OWNER_USER", owner,
                "KIM_DB_OWNER_PASSWORD", password);
    }

    /** Gives {@link #environment()} to a Spring test; a hand on the clock seals nothing there. */
    public void register(DynamicPropertyRegistry registry) {
        environment().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("kim.door.seal-look", () -> "24h");
    }

    /** A new connection as the service's role. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** A new connection as the owner. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    /** A new pool as the service's role; the caller closes it. */
    public HikariDataSource pool(int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        return pool;
    }
}
