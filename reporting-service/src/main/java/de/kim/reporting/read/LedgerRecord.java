package de.kim.reporting.read;

import de.kim.audit.bundle.Bundle;
import de.kim.audit.note.SignedNote;
import de.kim.rules.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole ledger as it was at one instant, to be written down. */
@Component
public class LedgerRecord {
    private static final int FETCHED = 2000;

    /** Takes what is read, one by one. */
    public interface Taker<T> {
        void take(T next) throws IOException;
    }

    private final JdbcTemplate cursor;
    private final LedgerTree tree;
    private final Checkpoints checkpoints;
    private final TransactionTemplate oneInstant;

    public LedgerRecord(
            DataSource dataSource,
            LedgerTree tree,
            Checkpoints checkpoints,
            PlatformTransactionManager transactions) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        cursor = new JdbcTemplate(dataSource);
        cursor.setFetchSize(FETCHED);
        oneInstant = new TransactionTemplate(transactions);
        oneInstant.setReadOnly(true);
        oneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Hands over how many events there are; all that the work reads in this thread is as it was at
     * this instant. A slow reader may take long.
     */
    public void atOneInstant(LongConsumer work) {
        oneInstant.executeWithoutResult(
                status -> {
                    cursor.execute(
                            "set local transaction_timeout = 0;"
                                    + " set local idle_in_transaction_session_timeout = 0");
                    work.accept(LedgerHead.read(cursor).size());
                });
    }

    /** The checkpoint of exactly this size; empty when it may not be signed. */
    public Optional<SignedNote> signed(long size) {
        return checkpoints.at(size);
    }

    /** The last checkpoint of each day up to this size. */
    public List<SignedNote> checkpointsOfDays(long size) {
        return checkpoints.ofDays(size);
    }

    /** All keys there ever were. */
    public List<Bundle.Key> keys() {
        // not as of the instant: the last checkpoint may be the first of a key that is newer
        return checkpoints.keys().stream()
                .map(key -> new Bundle.Key(key.line(), key.succession()))
                .toList();
    }

    public Hash root(long size) {
        return tree.root(size);
    }

    /** The hashes of the first events, in order. */
    public void leaves(long size, Taker<Hash> taker) {
        read(
                "select hash from ledger_node where level = 0 and index < ? order by index",
                size,
                bytes -> taker.take(Hash.of(bytes)));
    }

    /** The first events, exact bytes, in order. */
    public void events(long size, Taker<byte[]> taker) {
        read("select bytes from ledger where index < ? order by index", size, taker);
    }

    private void read(String sql, long size, Taker<byte[]> taker) {
        cursor.query(
                sql,
                (RowCallbackHandler)
                        row -> {
                            try {
                                taker.take(row.getBytes(1));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                size);
    }
}
