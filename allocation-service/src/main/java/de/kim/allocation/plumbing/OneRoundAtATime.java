package de.kim.allocation.plumbing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One round at a time over all instances: an advisory lock of the database's session, so that it is
 * gone with whoever held it.
 */
public class OneRoundAtATime {
    /** Any number that nothing else of this database locks: "round" in ASCII. */
    private static final long LOCK = 0x726f756e64L;

    /** How long a caller waits for the round that is running. */
    private static final long PATIENCE_SECONDS = 15;

    private final DataSource database;

    /** Waiting is done here: a thread that waits in the database holds one of its connections. */
    private final ReentrantLock here = new ReentrantLock();

    public OneRoundAtATime(DataSource database) {
        this.database = database;
    }

    /** Runs the work, or nothing when another round is running. */
    public <T> Optional<T> tryRun(Supplier<T> work) {
        return here.tryLock()
                ? unlocking("select pg_try_advisory_lock(?)", work)
                : Optional.empty();
    }

    /** Runs the work after the round that is running; nothing when that takes too long. */
    public <T> Optional<T> runAfter(Supplier<T> work) {
        try {
            return here.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? unlocking("select pg_advisory_lock(?) is not null", work)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <T> Optional<T> unlocking(String lock, Supplier<T> work) {
        try {
            return run(lock, work);
        } finally {
            here.unlock();
        }
    }

    private <T> Optional<T> run(String lock, Supplier<T> work) {
        try (Connection session = database.getConnection()) {
            if (!isTrue(session, lock)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                isTrue(session, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the rounds cannot be taken", e);
        }
    }

    private static boolean isTrue(Connection session, String question) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
