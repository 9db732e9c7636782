package de.kim.kit.store;

import de.kim.kit.store.AppendingConnection.Append;
import de.kim.kit.store.AppendingConnection.Sending;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of an {@link AppendingConnection}: asked for early, begun when it is needed. Its
 * public methods are those of the connection that concern the transaction.
 */
final class LateTransaction {
    /** SQLSTATE "invalid savepoint specification". */
    private static final String NO_SUCH_SAVEPOINT = "3B001";

    private final Connection connection;

    /** The open savepoints, the outermost first. */
    private final Deque<LateSavepoint> savepoints = new ArrayDeque<>();

    private boolean askedFor;
    private boolean begun;
    private boolean nothingWaits;
    private boolean appended;
    private @Nullable Append waiting;

    LateTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.askedFor = !connection.getAutoCommit();
        this.begun = askedFor;
    }

    /** Something else is about to be executed: nothing waits any longer. */
    void begin() throws SQLException {
        if (!askedFor) {
            nothingWaits = true; // a setting of the session that a transaction may depend on
            return;
        }
        if (!begun) {
            connection.setAutoCommit(false);
            begun = true;
        }
        Append first = waiting;
        if (first != null) {
            waiting = null;
            appended = true;
            first.send(connection, Sending.IN_TRANSACTION);
        }
        for (LateSavepoint savepoint : savepoints) {
            savepoint.set(connection);
        }
    }

    /** What is done from now on cannot be watched. */
    void letNothingWait() throws SQLException {
        begin();
        nothingWaits = true;
    }

    public void append(Append append) throws SQLException {
        if (!askedFor) {
            append.send(connection, Sending.BY_ITSELF);
        } else if (nothingWaits || !savepoints.isEmpty()) {
            begin();
            appended = true;
            append.send(connection, Sending.IN_TRANSACTION);
        } else {
            if (waiting != null) {
                begin();
            }
            waiting = append;
        }
    }

    /** A single SELECT needs neither the transaction nor the savepoints, but what was appended. */
    public Connection forReading() throws SQLException {
        if (waiting != null) {
            begin();
        }
        return connection;
    }

    public boolean hasAppended() {
        return appended;
    }

    public boolean getAutoCommit() {
        return !askedFor;
    }

    public void setAutoCommit(boolean autoCommit) throws SQLException {
        if (autoCommit && askedFor) {
            commit();
            connection.setAutoCommit(true);
            askedFor = false;
            begun = false;
        } else if (!autoCommit && !askedFor) {
            askedFor = true;
            if (nothingWaits) {
                begin();
            }
        }
    }

    public void commit() throws SQLException {
        Append last = waiting;
        end();
        if (last != null) {
            last.send(connection, begun ? Sending.WITH_COMMIT : Sending.BY_ITSELF);
        }
        if (begun || !askedFor) {
            connection.commit(); // sends nothing when COMMIT has gone with the append
        }
    }

    /**
     * Of a lost connection there is nothing to roll back; an error about that would hide the one
     * that says what has happened.
     */
    public void rollback() throws SQLException {
        end();
        if ((begun || !askedFor) && !connection.isClosed()) {
            connection.rollback();
        }
    }

    public void close() throws SQLException {
        end();
        connection.close();
    }

    private void end() {
        waiting = null;
        appended = false;
        savepoints.clear();
    }

    public Savepoint setSavepoint() throws SQLException {
        return setSavepoint("savepoint_" + savepoints.size());
    }

    public Savepoint setSavepoint(String name) throws SQLException {
        if (!askedFor) {
            return connection.setSavepoint(name); // which says that there is no transaction
        }
        LateSavepoint savepoint = new LateSavepoint(name);
        savepoints.addLast(savepoint);
        return savepoint;
    }

    public void rollback(Savepoint savepoint) throws SQLException {
        innermost(savepoint).rollback(connection);
    }

    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        innermost(savepoint).release(connection);
        savepoints.removeLast();
    }

    /** Whatever is done with a savepoint ends those that were set after it. */
    private LateSavepoint innermost(Savepoint savepoint) throws SQLException {
        if (!(savepoint instanceof LateSavepoint late) || !savepoints.contains(late)) {
            throw new SQLException("There is no open savepoint " + savepoint, NO_SUCH_SAVEPOINT);
        }
        while (savepoints.getLast() != late) {
            savepoints.removeLast();
        }
        return late;
    }

    /** Spring asks for it before each savepoint; it reads nothing but catalogs. */
    public DatabaseMetaData getMetaData() throws SQLException {
        return connection.getMetaData();
    }

    public <T> T unwrap(Class<T> type) throws SQLException {
        letNothingWait();
        return connection.unwrap(type);
    }

    /** A savepoint that PostgreSQL hears of only when something is executed after it. */
    private static final class LateSavepoint implements Savepoint {
        private final String name;
        private @Nullable Savepoint real;

        LateSavepoint(String name) {
            this.name = name;
        }

        void set(Connection connection) throws SQLException {
            if (real == null) {
                real = connection.setSavepoint(name);
            }
        }

        void rollback(Connection connection) throws SQLException {
            if (real != null) {
                connection.rollback(real);
            }
        }

        void release(Connection connection) throws SQLException {
            if (real != null) {
                connection.releaseSavepoint(real);
            }
        }

        @Override
        public int getSavepointId() throws SQLException {
            throw new SQLException("The savepoint has a name: " + name);
        }

        @Override
        public String getSavepointName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
