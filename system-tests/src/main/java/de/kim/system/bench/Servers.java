package de.kim.system.bench;

import de.kim.local.Folders;
import de.kim.local.Stack;
import de.kim.local.Status;
import de.kim.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The servers of one workload, started by the local stack in a folder of their own, which is
 * deleted at the end.
 */
final class Servers implements AutoCloseable {
    /** What has to be on, or an acknowledgement promises nothing. */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Bench bench;
    private final Path home;
    private final Stack stack;
    private boolean closed;

    private Servers(Bench bench, Path home, Stack stack) {
        this.bench = bench;
        this.home = home;
        this.stack = stack;
    }

    /**
     * Starts some components of the stack.
     *
     * @param name of the folder
     * @param components none: all of them
     */
    static Servers start(Bench bench, String name, String... components) throws SQLException {
        var home = bench.home().resolve(name);
        return start(new Servers(bench, home, Stack.at(home)), name, components);
    }

    /** Starts everything without AOT caches. */
    static Servers startSlowly(Bench bench, String name) throws SQLException {
        var home = bench.home().resolve(name);
        return start(new Servers(bench, home, Stack.slow(home)), name);
    }

    private static Servers start(Servers servers, String name, String... components)
            throws SQLException {
        // They are processes of their own: whoever interrupts the run shall not have to look for
        // them.
        Runtime.getRuntime().addShutdownHook(new Thread(servers::closeInTheEnd, "stop-" + name));
        try {
            servers.up(components);
            return servers;
        } catch (SQLException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private void up(String... components) throws SQLException {
        bench.tell("  starting servers");
        var names = components.length == 0 ? Set.copyOf(stack.names()) : Set.of(components);
        stack.up((component, what) -> {}, names);
        refuseUnlessDurable();
    }

    /** The stack itself. */
    Stack stack() {
        return stack;
    }

    /** A new database with its roles. */
    Database database(String name) {
        var databases = stack.databases();
        databases.create(List.of(name));
        return Database.of(databases, name);
    }

    /** CPU time of this JVM and of the servers. */
    Cpu cpu() {
        return new Cpu(pids(stack.status()));
    }

    private static List<Long> pids(Status status) {
        var pids = new ArrayList<>(servicePids(status));
        Stream.of(status.postgres().pid(), status.kafka().pid())
                .filter(Objects::nonNull)
                .forEach(pids::add);
        return pids;
    }

    static List<Long> servicePids(Status status) {
        return status.services().stream()
                .map(Status.ServiceStatus::pid)
                .filter(Objects::nonNull)
                .toList();
    }

    private void refuseUnlessDurable() throws SQLException {
        var database = database("bench_settings");
        var found = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            for (var setting : DURABLE) {
                var value = show(statement, setting);
                if (!value.equals("on")) {
                    throw new IllegalStateException(setting + " is " + value + ", not on");
                }
                found.add(setting + "=" + value);
            }
            bench.fact("PostgreSQL", show(statement, "server_version"));
            bench.fact("durability", String.join(", ", found));
        }
    }

    private static String show(java.sql.Statement statement, String setting) throws SQLException {
        try (var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        stack.down((component, what) -> {});
        closed = true;
        try {
            if (Files.exists(home)) {
                Folders.delete(home);
            }
        } catch (IOException e) {
            bench.tell("  " + home + " could not be deleted: " + e.getMessage());
        }
    }

    /**
     * As {@link #close()}, when an interrupted start or stop of the same stack is still at work.
     */
    private void closeInTheEnd() {
        for (var attempt = 0; attempt < 120; attempt++) {
            try {
                close();
                return;
            } catch (Trouble busy) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }
}
