package de.kim.kit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the other JVMs on the same database that there is something new, and hears it from them.
 *
 * <p>NOTIFY is sent after the commit and not in it, because a transaction with a NOTIFY takes a
 * lock of the whole cluster while it commits; and it does not wait for the disk. The first commit
 * after a pause is told at once; those that follow within a few milliseconds share the next NOTIFY.
 * If one is lost, the streams' polling finds the events.
 */
final class RemoteWake implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteWake.class);
    private static final String CHANNEL = "kim_event";
    private static final int LISTEN_MILLIS = 10_000;
    private static final long RECONNECT_MILLIS = 500;

    /** The shortest time between two NOTIFYs: under load one costs as much as an append. */
    private static final long BETWEEN_MILLIS = 5;

    /** So that a JVM can tell its own notifications from those of others. */
    private final String self = UUID.randomUUID().toString();

    private final OwnConnections connections;
    private final WakeSignal signal;
    private final Semaphore toTell = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Connection listening;
    private volatile @Nullable Connection telling;

    RemoteWake(OwnConnections connections, WakeSignal signal) {
        this.connections = connections;
        this.signal = signal;
    }

    /** Asks for a NOTIFY; returns at once. */
    void tell() {
        toTell.release();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            Thread.ofPlatform().daemon().name("kim-store-listen").start(this::listenWhileRunning);
            Thread.ofPlatform().daemon().name("kim-store-notify").start(this::tellWhileRunning);
        }
    }

    @Override
    public void stop() {
        running = false;
        toTell.release();
        abandon(listening);
        abandon(telling);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that may read a stream, and stopped after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void listenWhileRunning() {
        while (running) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                listening = connection;
                statement.execute("listen " + CHANNEL);
                signal.wake(); // what was committed while nobody listened
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                pauseAfter("LISTEN", e);
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (running) {
            PGNotification[] notifications = connection.getNotifications(LISTEN_MILLIS);
            if (notifications == null) {
                continue;
            }
            for (PGNotification notification : notifications) {
                if (!self.equals(notification.getParameter())) {
                    signal.wake();
                    break;
                }
            }
        }
    }

    private void tellWhileRunning() {
        while (running) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                telling = connection;
                // A NOTIFY writes a commit record; nobody needs it to survive a crash.
                statement.execute("set synchronous_commit = off");
                while (running) {
                    toTell.acquireUninterruptibly();
                    toTell.drainPermits();
                    if (running) {
                        statement.execute("notify " + CHANNEL + ", '" + self + "'");
                        rest();
                    }
                }
            } catch (SQLException e) {
                toTell.release(); // what could not be told is told over the next connection
                pauseAfter("NOTIFY", e);
            }
        }
    }

    /** In a loop: the semaphore may have left a wake-up behind. */
    private static void rest() {
        long end = System.nanoTime() + WakeSignal.millis(BETWEEN_MILLIS);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void pauseAfter(String what, SQLException e) {
        if (running) {
            LOG.warn("{} failed, streams fall back to polling: {}", what, e.getMessage());
            LockSupport.parkNanos(WakeSignal.millis(RECONNECT_MILLIS));
        }
    }

    private static void abandon(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException ignored) {
                // It was closed already.
            }
        }
    }
}
