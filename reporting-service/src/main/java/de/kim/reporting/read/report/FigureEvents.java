package de.kim.reporting.read.report;

import de.kim.audit.report.FigureCases;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.ReportSource;
import de.kim.reporting.read.ReportingRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the events behind a figure. */
@Component
public class FigureEvents {
    private final ReportSource source;
    private final JdbcTemplate jdbc;

    public FigureEvents(ReportSource source, JdbcTemplate jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    /**
     * All events of the referrals that the figure counts now, in the order of the ledger.
     *
     * @param after the index after which to begin
     * @throws Refused FIGURE_UNKNOWN
     */
    List<FigureEvent> of(String figure, Period period, long after, int rows) {
        List<UUID> counted =
                FigureCases.of(source.read(period.from(), period.until()), figure)
                        .orElseThrow(() -> new Refused(ReportingRefusal.FIGURE_UNKNOWN));
        return jdbc.query(
                """
                select index, referral_id, event_id, time, type, source, subject, sequence
                from ledger where referral_id = any (?) and index > ? order by index limit ?
                """,
                (row, number) -> event(row),
                counted.toArray(UUID[]::new),
                after,
                rows);
    }

    private static FigureEvent event(ResultSet row) throws SQLException {
        return new FigureEvent(
                row.getLong("index"),
                row.getObject("referral_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                row.getLong("sequence"));
    }
}
