package de.kim.reporting.read.report;

import de.kim.audit.note.SignedNote;
import de.kim.audit.report.Report;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.LedgerRecord;
import de.kim.reporting.read.ReportSource;
import de.kim.reporting.read.ReportingRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes quarters, and keeps what was told then. Everybody who is not of the network's office gets
 * these only: two reports of the same quarter at different times would show what suppression hides.
 */
@Component
public class ClosedQuarters {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = "quarter, size, root, note, closed_at, closed_by";

    private final JdbcClient jdbc;
    private final LedgerRecord ledger;
    private final ReportSource source;
    private final Clock clock;

    public ClosedQuarters(JdbcClient jdbc, LedgerRecord ledger, ReportSource source, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.source = source;
        this.clock = clock;
    }

    /** What a quarter rests on, and its figures at that instant. */
    private record Snapshot(long size, SignedNote note, Report report) {}

    /**
     * Closes a quarter at the ledger's present size. A quarter that is closed stays as it is.
     *
     * @throws Refused PERIOD_INVALID, QUARTER_NOT_OVER, LEDGER_EMPTY, LEDGER_NOT_SIGNABLE
     */
    ClosedQuarter close(String quarter, String body) {
        Period period = Period.ofQuarter(quarter);
        if (!LocalDate.now(clock).isAfter(period.until())) {
            throw new Refused(ReportingRefusal.QUARTER_NOT_OVER);
        }
        if (find(quarter).isEmpty()) {
            Snapshot now = snapshot(period);
            jdbc.sql(
                            """
                            insert into closed_quarter
                                (quarter, size, root, note, closed_at, closed_by, report)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            quarter,
                            now.size(),
                            ledger.root(now.size()).base64(),
                            now.note().toString(),
                            clock.instant().atOffset(ZoneOffset.UTC),
                            body,
                            JSON.writeValueAsString(now.report()))
                    .update();
        }
        return of(quarter);
    }

    private Snapshot snapshot(Period period) {
        AtomicReference<Snapshot> snapshot = new AtomicReference<>();
        ledger.atOneInstant(
                size -> {
                    if (size == 0) {
                        throw new Refused(ReportingRefusal.LEDGER_EMPTY);
                    }
                    SignedNote note =
                            ledger.signed(size)
                                    .orElseThrow(
                                            () ->
                                                    new Refused(
                                                            ReportingRefusal.LEDGER_NOT_SIGNABLE));
                    snapshot.set(
                            new Snapshot(
                                    size,
                                    note,
                                    source.read(period.from(), period.until())
                                            .report(period.from(), period.until())));
                });
        return Objects.requireNonNull(snapshot.get());
    }

    /** All of them, the newest first. */
    List<ClosedQuarter> all() {
        return jdbc.sql("select " + COLUMNS + " from closed_quarter order by quarter desc")
                .query((row, number) -> closed(row))
                .list();
    }

    /**
     * @throws Refused PERIOD_INVALID, QUARTER_NOT_CLOSED
     */
    ClosedQuarter of(String quarter) {
        return find(quarter).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.QUARTER_NOT_CLOSED));
    }

    /**
     * The figures as they were told.
     *
     * @throws Refused PERIOD_INVALID, QUARTER_NOT_CLOSED
     */
    Report report(String quarter) {
        of(quarter);
        String json =
                jdbc.sql("select report from closed_quarter where quarter = ?")
                        .param(quarter)
                        .query(String.class)
                        .single();
        return JSON.readValue(json, Report.class);
    }

    private List<ClosedQuarter> find(String quarter) {
        Period.ofQuarter(quarter);
        return jdbc.sql("select " + COLUMNS + " from closed_quarter where quarter = ?")
                .param(quarter)
                .query((row, number) -> closed(row))
                .list();
    }

    private static ClosedQuarter closed(ResultSet row) throws SQLException {
        return new ClosedQuarter(
                row.getString("quarter"),
                row.getLong("size"),
                row.getString("root"),
                row.getString("note"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"));
    }
}
