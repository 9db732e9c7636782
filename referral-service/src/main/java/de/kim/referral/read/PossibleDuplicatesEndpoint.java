package de.kim.referral.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import de.kim.referral.write.duplicates.MarkKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Referrals that may be of one person, for the coordinator, who asks both bodies and decides. Names
 * and numbers are not shown: only which of them agree.
 */
@RestController
class PossibleDuplicatesEndpoint {
    private static final String LIST = "possible-duplicates";

    private final JdbcClient jdbc;

    PossibleDuplicatesEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One pair.
     *
     * @param agreeing what both have in common
     * @param same what was decided; null as long as nobody has
     */
    record PossibleDuplicate(
            UUID id,
            @JsonIgnore long number,
            OneReferral referral,
            OneReferral other,
            List<MarkKind> agreeing,
            Instant since,
            @Nullable Boolean same) {}

    record OneReferral(UUID referralId, String referringBody) {}

    /**
     * The oldest first: those that nobody has decided, or the others. Whose referral was entered in
     * error is not asked about.
     */
    @Allow(Role.COORDINATOR)
    @GetMapping("/api/possible-duplicates")
    Page<PossibleDuplicate> possibleDuplicates(
            @RequestParam(name = "decided", defaultValue = "false") boolean decided,
            PageQuery query) {
        long after = query.after(LIST, 1).map(cursor -> cursor.number(0)).orElse(0L);
        List<PossibleDuplicate> rows =
                jdbc.sql(
                                """
                                select d.*, v.body, o.body as other_body
                                from vault.possible_duplicate d
                                join referral_view v on v.referral_id = d.referral_id
                                join referral_view o on o.referral_id = d.other_referral_id
                                join vault.person a on a.referral_id = d.referral_id
                                join vault.person b on b.referral_id = d.other_referral_id
                                where (d.same is not null) = ? and d.number > ?
                                    and (d.same is not null or a.person <> b.person)
                                    and v.state <> 'IN_ERROR' and o.state <> 'IN_ERROR'
                                order by d.number limit ?
                                """)
                        .params(decided, after, query.rows())
                        .query((row, i) -> pair(row))
                        .list();
        return Page.of(rows, query, last -> Cursor.after(LIST, last.number()));
    }

    private static PossibleDuplicate pair(ResultSet row) throws SQLException {
        return new PossibleDuplicate(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new OneReferral(row.getObject("referral_id", UUID.class), row.getString("body")),
                new OneReferral(
                        row.getObject("other_referral_id", UUID.class),
                        row.getString("other_body")),
                Arrays.stream((String[]) row.getArray("marks").getArray())
                        .map(MarkKind::valueOf)
                        .sorted()
                        .toList(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("same", Boolean.class));
    }
}
