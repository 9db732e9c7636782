package de.kim.allocation.read;

import de.kim.allocation.write.HardshipCondition;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Places out of turn, the latest proposal first, and how many there are. */
@RestController
class OverridesEndpoint {
    private static final String NAME = "overrides";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    OverridesEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far it is. */
    enum State {
        /** It waits for a second person. */
        PROPOSED,
        /** It waits for a round that can give the place. */
        APPROVED,
        /** A round gave the place. */
        GIVEN,
        /** It was given up before. */
        WITHDRAWN
    }

    /**
     * One of them; the accounts of who decided stay here.
     *
     * @param reason of who proposed it, in words; null when the person's data are erased
     * @param secondReason of who approved it
     * @param waitsFor why the last round could not give it
     * @param displaced how many people's result was another with it than without
     */
    record Hardship(
            UUID overrideId,
            State state,
            UUID referralId,
            UUID courseId,
            int section,
            HardshipCondition condition,
            String german,
            String english,
            @Nullable String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String secondBody,
            @Nullable String secondReason,
            @Nullable Instant approvedAt,
            @Nullable String waitsFor,
            @Nullable UUID roundId,
            @Nullable Integer displaced) {}

    /**
     * How many there are of one body or provider.
     *
     * @param code the body or the provider
     * @param displaced people whose result was another, over all that were given
     */
    record OverrideCount(String code, int proposed, int approved, int given, int displaced) {}

    /** By the body that refers the person, and by the provider of the course. */
    record OverrideCounts(List<OverrideCount> byBody, List<OverrideCount> byProvider) {
        OverrideCounts {
            byBody = List.copyOf(byBody);
            byProvider = List.copyOf(byProvider);
        }
    }

    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/overrides")
    Page<Hardship> page(PageQuery query) {
        Optional<Cursor> after = query.after(NAME, 2);
        Instant at =
                after.map(c -> Instant.EPOCH.plus(c.number(0), ChronoUnit.MICROS)).orElse(LATEST);
        List<Hardship> rows =
                jdbc.sql(
                                """
                                select o.*, w.reason, w.second_reason from hardship_override o
                                left join override_reason w using (override_id)
                                where proposed_at < ? or (proposed_at = ? and override_id > ?)
                                order by proposed_at desc, override_id limit ?
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
                                ChronoUnit.MICROS.between(Instant.EPOCH, last.proposedAt()),
                                last.overrideId()));
    }

    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/overrides/counts")
    OverrideCounts counts() {
        return new OverrideCounts(
                counts("r.referring_body", "heard_referral r using (referral_id)"),
                counts("c.provider_id", "heard_course c using (course_id)"));
    }

    private List<OverrideCount> counts(String code, String of) {
        return jdbc.sql(
                        """
                        select coalesce(%s, 'unknown') as code, count(*) as proposed,
                            count(approved_at) as approved, count(round_id) as given,
                            coalesce(sum(displaced), 0) as displaced
                        from hardship_override left join %s group by 1 order by 1
                        """
                                .formatted(code, of))
                .query(
                        (row, i) ->
                                new OverrideCount(
                                        row.getString("code"),
                                        row.getInt("proposed"),
                                        row.getInt("approved"),
                                        row.getInt("given"),
                                        row.getInt("displaced")))
                .list();
    }

    private static Hardship view(ResultSet row) throws SQLException {
        HardshipCondition condition = HardshipCondition.valueOf(row.getString("condition"));
        Instant approvedAt = Offers.instant(row, "approved_at");
        UUID roundId = row.getObject("round_id", UUID.class);
        return new Hardship(
                row.getObject("override_id", UUID.class),
                state(approvedAt, Offers.instant(row, "withdrawn_at"), roundId),
                row.getObject("referral_id", UUID.class),
                row.getObject("course_id", UUID.class),
                row.getInt("section"),
                condition,
                condition.german(),
                condition.english(),
                row.getString("reason"),
                row.getString("body"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("second_body"),
                row.getString("second_reason"),
                approvedAt,
                row.getString("waits_for"),
                roundId,
                row.getObject("displaced", Integer.class));
    }

    private static State state(
            @Nullable Instant approvedAt, @Nullable Instant withdrawnAt, @Nullable UUID roundId) {
        if (roundId != null) {
            return State.GIVEN;
        }
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return approvedAt == null ? State.PROPOSED : State.APPROVED;
    }
}
