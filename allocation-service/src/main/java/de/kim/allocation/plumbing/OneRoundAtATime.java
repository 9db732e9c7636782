package de.kim.allocation.plumbing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One round at a time over all instances: an advisory lock of the database's session, so that it is
 * gone with whoever held it.
 */
public class OneRoundAtATime {
    /** Any number that nothing else of this database locks: "round" in ASCII. */
    private static final long LOCK = 0x726f756e64L;

    private final DataSource database;

    public OneRoundAtATime(DataSource database) {
        this.database = database;
    }

    /** Runs the work, or nothing when another round is running. */
    public <T> Optional<T> tryRun(Supplier<T> work) {
        return run("select pg_try_advisory_lock(?)", work);
    }

    /** Runs the work after the round that is running. */
    public <T> Optional<T> runAfter(Supplier<T> work) {
        return run("select pg_advisory_lock(?) is not null", work);
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
