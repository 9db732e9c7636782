package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.events.CourseType;
import de.kim.events.Outcome;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.Page;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The one waiting list, over all providers. */
@RestController
class WaitingListEndpoint {
    private static final String NAME = "waiting-list";

    private static final String STATE =
            """
            case when p.gone then 'ENDED' when p.begun then 'BEGUN'
                when p.live_offer is not null then 'OFFERED'
                when p.keeps_waiting then 'KEEPS_WAITING'
                when p.place_course is not null then 'PLACED'
                else 'WAITING' end as state
            """;

    private static final String ROWS =
            """
            select p.*, r.registered_on, r.referring_body, f.referral_id is not null as in_next_round,
                case when p.waits then row_number() over
                    (partition by p.waits order by r.registered_on, p.referral_id)::int end as position,
            """
                    + STATE
                    + """
                    from placement p
                    join heard_referral r using (referral_id)
                    left join heard_profile f on f.referral_id = p.referral_id
                        and f.commitment = r.profile_commitment
                        and p.waits and not r.interest_lapsed
                        and (not r.ended or p.next_section is not null)
                    """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingListEndpoint(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A referrer sees its own people, with the place that they have among all. */
    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/waiting-list")
    Page<WaitingList> page(PageQuery query, Actor actor) {
        Optional<Cursor> after = query.after(NAME, 2);
        LocalDate day = after.map(c -> c.day(0)).orElse(LocalDate.EPOCH);
        UUID id = after.map(c -> c.id(1)).orElse(new UUID(0, 0));
        List<WaitingList> rows =
                jdbc.sql(
                                "select * from ("
                                        + ROWS
                                        + """
                                        ) listed
                                        where waits and (registered_on, referral_id) > (?, ?)
                                            and (?::text is null or referring_body = ?)
                                        order by registered_on, referral_id limit ?
                                        """)
                        .params(day, id)
                        .param(actor.confinedTo())
                        .param(actor.confinedTo())
                        .param(query.rows())
                        .query((row, i) -> view(row))
                        .list();
        return Page.of(
                rows,
                query,
                last -> Cursor.after(NAME, last.registeredOn().toEpochDay(), last.referralId()));
    }

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/waiting-list/{referralId}")
    WaitingList one(@PathVariable UUID referralId, Actor actor) {
        return jdbc.sql(
                        "select * from ("
                                + ROWS
                                + """
                                ) listed where referral_id = ?
                                    and (?::text is null or referring_body = ?)
                                """)
                .param(referralId)
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .query((row, i) -> view(row))
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.REFERRAL_NOT_FOUND));
    }

    private WaitingList view(ResultSet row) throws SQLException {
        LocalDate registeredOn = row.getObject("registered_on", LocalDate.class);
        String outcome = row.getString("last_outcome");
        return new WaitingList(
                row.getObject("referral_id", UUID.class),
                row.getObject("position", Integer.class),
                registeredOn,
                ChronoUnit.DAYS.between(registeredOn, LocalDate.now(clock)),
                row.getObject("queued_on", LocalDate.class),
                CourseType.valueOf(row.getString("recommended_type")),
                row.getInt("recommended_section"),
                row.getString("state"),
                row.getBoolean("in_next_round"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("live_offer", UUID.class),
                row.getObject("place_course", UUID.class));
    }
}
