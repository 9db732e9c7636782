package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.events.RoundKind;
import de.kim.events.Verdict;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Clearing rounds, the latest first. */
@RestController
class RoundsEndpoint {
    private static final String NAME = "rounds";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    RoundsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One round.
     *
     * @param waiting people who took part
     * @param matched people a place was found for
     * @param offered places held in the end: fewer when the world moved on meanwhile
     * @param closedAt null while its offers are being made
     */
    record Round(
            UUID roundId,
            RoundKind kind,
            Instant openedAt,
            LocalDate heldOn,
            int rulebookVersion,
            int algorithmVersion,
            String inputDigest,
            @Nullable String outcomeDigest,
            int waiting,
            int matched,
            int offered,
            boolean passed,
            List<Verdict> verdicts,
            @Nullable Instant closedAt) {
        Round {
            verdicts = List.copyOf(verdicts);
        }
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rounds")
    Page<Round> page(PageQuery query) {
        Optional<Cursor> after = query.after(NAME, 2);
        Instant at =
                after.map(c -> Instant.EPOCH.plus(c.number(0), ChronoUnit.MICROS)).orElse(LATEST);
        List<Round> rows =
                jdbc.sql(
                                """
                                select * from clearing_round
                                where opened_at < ? or (opened_at = ? and round_id > ?)
                                order by opened_at desc, round_id limit ?
                                """)
                        .params(
                                at.atOffset(ZoneOffset.UTC),
                                at.atOffset(ZoneOffset.UTC),
                                after.map(c -> c.id(1)).orElse(new UUID(0, 0)),
                                query.rows())
                        .query((row, i) -> view(row))
                        .list();
        return Page.of(
                rows,
                query,
                last ->
                        Cursor.after(
                                NAME,
                                ChronoUnit.MICROS.between(Instant.EPOCH, last.openedAt()),
                                last.roundId()));
    }

    @Allow({Role.REFERRER, Role.PROVIDER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/rounds/{roundId}")
    Round one(@PathVariable UUID roundId) {
        return jdbc.sql("select * from clearing_round where round_id = ?")
                .param(roundId)
                .query((row, i) -> view(row))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.ROUND_NOT_FOUND));
    }

    private static Round view(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("round_id", UUID.class),
                RoundKind.valueOf(row.getString("kind")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("held_on", LocalDate.class),
                row.getInt("rulebook_version"),
                row.getInt("algorithm_version"),
                row.getString("input_digest"),
                row.getString("outcome_digest"),
                row.getInt("waiting"),
                row.getInt("matched"),
                row.getInt("offered"),
                row.getBoolean("passed"),
                JsonColumn.list(row.getString("verdicts"), Verdict.class),
                Offers.instant(row, "closed_at"));
    }
}
