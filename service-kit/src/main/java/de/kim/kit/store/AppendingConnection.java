package de.kim.kit.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection on which a transaction costs no round trip that is not needed:
 *
 * <ul>
 *   <li>An append waits for the commit and is sent together with it.
 *   <li>The transaction begins, and a savepoint is set, only before the first statement that could
 *       need it. The store's own reading does not: a single SELECT sees committed events outside of
 *       a transaction as well as in one (READ COMMITTED). When there was nothing else, the append
 *       is a transaction by itself.
 * </ul>
 *
 * <p>Whatever else is executed finds everything as if nothing had waited: the transaction begun,
 * the append sent, then the savepoints set. Used by one thread at a time.
 */
interface AppendingConnection extends Connection {
    /** How an append is sent. */
    enum Sending {
        /** It is a transaction by itself: committed when it has returned. */
        BY_ITSELF,
        /** COMMIT goes with it: committed when it has returned. */
        WITH_COMMIT,
        /** Inside of a transaction that goes on. */
        IN_TRANSACTION
    }

    /** One INSERT. */
    @FunctionalInterface
    interface Append {
        /**
         * Sends it.
         *
         * @throws RuntimeException when it was not appended, or nobody knows whether it was
         */
        void send(Connection connection, Sending sending);
    }

    /**
     * Appends with the commit of the open transaction, or before anything else is executed in it;
     * at once where there is no transaction, or where a part of it may be rolled back.
     */
    void append(Append append) throws SQLException;

    /** What to send a single SELECT of committed events on. */
    Connection forReading() throws SQLException;

    /** Events were sent in the open transaction: what is read may never be committed. */
    boolean hasAppended();
}
