package de.kim.reporting.read;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportFold;
import de.kim.events.WireNames;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Builds the report anew from the ledger, beside the live one, and takes its place. Ledger and live
 * rows are read in one snapshot, so they are compared row by row while events go on arriving; only
 * the swap, which catches up with those, keeps the writer waiting.
 */
@Component
public class Rebuild {
    private static final int COPY_CHARACTERS = 1 << 20;

    private final DataSource dataSource;
    private final LedgerReader reader = new LedgerReader();

    public Rebuild(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Only one at a time over all instances; {@link RebuildRequests} sees to that. */
    public RebuildResult run() throws SQLException, IOException {
        // Given back, the pool rolls it back and takes its settings back.
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            return run(connection);
        }
    }

    private RebuildResult run(Connection connection) throws SQLException, IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        FoldedRows rows = new FoldedRows();
        long begun = System.nanoTime();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        mayTakeLong(connection);
        LedgerHead snapshot = LedgerHead.read(jdbc);
        reader.read(connection, 0, snapshot.size(), e -> ReportFold.project(e, rows));
        long folded = System.nanoTime();
        Divergence divergence = compare(connection, snapshot.live(), rows);
        connection.commit();
        long compared = System.nanoTime();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        fill(connection, snapshot.live().other(), rows);
        List<String> learned = swap(connection, jdbc, snapshot, rows);
        long done = System.nanoTime();
        return new RebuildResult(
                snapshot.size(),
                rows.size(),
                learned,
                TimeUnit.NANOSECONDS.toMillis(folded - begun + done - compared),
                divergence);
    }

    /**
     * The limits of the pool are for transactions that delay others; these do not. The ledger is
     * read in the order of its index, where no statistics may talk PostgreSQL into a sort.
     */
    private static void mayTakeLong(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set local transaction_timeout = 0;"
                            + " set local idle_in_transaction_session_timeout = 0;"
                            + " set local enable_sort = off; set local enable_bitmapscan = off");
        }
    }

    private static Divergence compare(Connection connection, LiveSet live, FoldedRows rows)
            throws SQLException {
        long differing = 0;
        List<String> examples = new ArrayList<>();
        for (ReportTable<?, ?> table : ReportTables.ALL) {
            for (Object key : differing(connection, live, table, rows)) {
                differing++;
                if (examples.size() < Divergence.MOST_EXAMPLES) {
                    examples.add(table.in(live) + " " + key);
                }
            }
        }
        return new Divergence(differing, examples);
    }

    private static <K, R> Set<K> differing(
            Connection connection, LiveSet live, ReportTable<K, R> table, FoldedRows rows)
            throws SQLException {
        Map<K, R> rebuilt = ReportTables.rows(rows, table);
        Set<K> differing = new HashSet<>();
        long same = 0;
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(5000);
            try (ResultSet found = query.executeQuery(table.selectAll(live))) {
                while (found.next()) {
                    R row = table.read(found);
                    if (row.equals(rebuilt.get(table.key(row)))) {
                        same++;
                    } else {
                        differing.add(table.key(row));
                    }
                }
            }
        }
        if (same + differing.size() != rebuilt.size() || !differing.isEmpty()) {
            addMissing(connection, live, table, rebuilt, differing);
        }
        return differing;
    }

    private static <K, R> void addMissing(
            Connection connection,
            LiveSet live,
            ReportTable<K, R> table,
            Map<K, R> rebuilt,
            Set<K> differing)
            throws SQLException {
        Set<K> missing = new HashSet<>(rebuilt.keySet());
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(table.selectAll(live))) {
            while (rows.next()) {
                missing.remove(table.key(table.read(rows)));
            }
        }
        differing.addAll(missing);
    }

    private static void fill(Connection connection, LiveSet set, FoldedRows rows)
            throws SQLException, IOException {
        mayTakeLong(connection);
        for (ReportTable<?, ?> table : ReportTables.ALL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate " + table.in(set));
            }
            copy(connection, set, table, rows);
        }
        connection.commit();
    }

    private static <K, R> void copy(
            Connection connection, LiveSet set, ReportTable<K, R> table, FoldedRows rows)
            throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        StringBuilder lines = new StringBuilder(COPY_CHARACTERS + 4096);
        for (R row : ReportTables.rows(rows, table).values()) {
            table.appendLine(row, lines);
            if (lines.length() >= COPY_CHARACTERS) {
                copy.copyIn(table.copy(set), new StringReader(lines.toString()));
                lines.setLength(0);
            }
        }
        copy.copyIn(table.copy(set), new StringReader(lines.toString()));
    }

    /**
     * Catches up with what arrived meanwhile and shows the new tables, in one transaction.
     *
     * @return types that they understand and the ones before did not
     */
    private List<String> swap(
            Connection connection, JdbcTemplate jdbc, LedgerHead snapshot, FoldedRows rows)
            throws SQLException {
        LiveSet set = snapshot.live().other();
        LedgerHead now = LedgerHead.lock(jdbc);
        rows.rememberChanges();
        reader.read(connection, snapshot.size(), now.size(), e -> ReportFold.project(e, rows));
        for (ReportTable<?, ?> table : ReportTables.ALL) {
            putChanged(jdbc, set, table, rows);
        }
        jdbc.update("update ledger_head set live_set = ?", set.suffix());
        List<String> learned =
                jdbc.queryForList(
                        "delete from report_unknown_type where type = any (?) returning type",
                        String.class,
                        (Object) WireNames.all().keySet().toArray(String[]::new));
        connection.commit();
        return learned;
    }

    private static <K, R> void putChanged(
            JdbcTemplate jdbc, LiveSet set, ReportTable<K, R> table, FoldedRows rows) {
        List<Object[]> changed =
                ReportTables.rows(rows, table).entrySet().stream()
                        .filter(row -> rows.isChanged(row.getKey()))
                        .map(row -> (Object[]) table.parameters(row.getValue()))
                        .toList();
        jdbc.batchUpdate(table.upsert(set), changed);
    }
}
