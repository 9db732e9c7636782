package de.kim.reporting.read;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportFold;
import de.kim.audit.report.ReportFacts;
import de.kim.kit.refusal.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The ledger as it was at an earlier instant: the events under the last checkpoint that was signed
 * until then. So an answer about the past rests on something that was signed, and is the same
 * whenever it is asked for.
 */
@Component
public class LedgerPast {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final ReportSource source;
    private final Clock clock;
    private final LedgerReader reader = new LedgerReader();

    public LedgerPast(DataSource dataSource, ReportSource source, Clock clock) {
        this.dataSource = dataSource;
        this.source = source;
        this.clock = clock;
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * How many events the ledger had.
     *
     * @throws Refused AS_OF_INVALID when it is in the future, or before the first checkpoint
     */
    public long sizeAt(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw new Refused(ReportingRefusal.AS_OF_INVALID);
        }
        return jdbc
                .queryForList(
                        "select size from ledger_checkpoint where signed_at <= ?"
                                + " order by size desc limit 1",
                        Long.class,
                        instant.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.AS_OF_INVALID));
    }

    /**
     * What a report of then rests on. Profiles are those that are there now: they stand in no
     * event, and whoever was erased since is not known in the past either.
     */
    public ReportFacts read(long size, LocalDate from, LocalDate until) {
        FoldedRows rows = new FoldedRows();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                mayTakeLong(connection);
                reader.read(connection, 0, size, event -> ReportFold.project(event, rows));
                LocalDate day = day(connection, size, from);
                return ReportFacts.of(rows, size, day, from, until)
                        .with(source.profiles(from, until));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("read the past", null, e);
        }
    }

    private static LocalDate day(Connection connection, long size, LocalDate otherwise)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select max(time) from ledger where index < ?")) {
            query.setLong(1, size);
            try (ResultSet row = query.executeQuery()) {
                OffsetDateTime newest = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
                return newest == null ? otherwise : LocalDate.ofInstant(newest.toInstant(), ZONE);
            }
        }
    }

    /** The limits of the pool are for transactions that delay others; this one does not. */
    private static void mayTakeLong(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set local transaction_timeout = 0;"
                            + " set local idle_in_transaction_session_timeout = 0;"
                            + " set local enable_sort = off; set local enable_bitmapscan = off");
        }
    }
}
