package de.kim.allocation.read;

import de.kim.events.ClockKind;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every clock that runs, as one query over stored facts: what is warned of and breached and what is
 * shown cannot differ, and a restart forgets nothing. Days are local ones; the offer's last day is
 * that at whose end it ends.
 */
@Component
public class ClocksRunning {
    static final String NAME = "clocks";

    private static final UUID NO_OFFER = new UUID(0, 0);

    /** Somebody has a place that begins in time: its start may be reported a week later. */
    private static final int REPORT_DAYS = 7;

    /** So long after the question an answer is waited for. */
    public static final int ANSWER_DAYS = 28;

    /** So long before the interest lapses it is said that it will. */
    public static final int LAST_CALL_DAYS = 7;

    private static final String RUNNING =
            """
            with rules as (
                select (rulebook ->> 'registrationToStartDays')::int as days from rulebook
                where effective_from <= :now order by version desc limit 1),
            on_the_way as (
                select p.*, r.registered_on, r.referring_body,
                    (select min((s ->> 'begins')::date)
                        from heard_course c, jsonb_array_elements(c.sections) s
                        where c.course_id = p.place_course
                            and (s ->> 'number')::int = p.place_section) as begins,
                    greatest(p.queued_on, r.interest_on,
                        (select max((o.ended_at at time zone 'Europe/Berlin')::date) from offer o
                         where o.referral_id = p.referral_id
                            and o.state in ('ACCEPTED', 'DECLINED'))) as interested_on,
                    p.waits and p.place_course is null and p.next_section is null as still_waits,
                    r.interest_lapsed
                from placement p join heard_referral r using (referral_id)
                where not p.begun and not p.gone
                    and (not r.ended or p.next_section is not null)),
            running as (
                select referral_id, referring_body, begins, 'SIX_WEEKS' as clock,
                    registered_on + days as due, null::uuid as offer_id,
                    place_course as course_id, null::timestamptz as reached_at
                from on_the_way, rules
                -- who changes the provider after the start has begun in time, or it was said then
                where next_section is null
                union all
                select w.referral_id, w.referring_body, w.begins, 'ENTITLEMENT_LAPSE', e.due, null,
                    w.place_course, null
                from on_the_way w cross join lateral (
                    select max(h.lapses_on) as due from heard_entitlement h
                    join heard_referral o on o.referral_id = h.referral_id and not o.ended
                    where h.ended_on is null
                        and (h.referral_id = w.referral_id or h.referral_id in
                            (select l.linked_referral_id from heard_link l
                             where l.referral_id = w.referral_id))
                    -- one that does not lapse is enough
                    having bool_and(h.lapses_on is not null)) e
                where e.due is not null and w.next_section is null
                union all
                select w.referral_id, w.referring_body, null, 'OFFER_PERIOD',
                    (o.ends_at at time zone 'Europe/Berlin' - interval '1 microsecond')::date,
                    o.offer_id, o.course_id, o.reached_at
                from on_the_way w cross join lateral (
                    select * from offer o where o.referral_id = w.referral_id
                    order by o.offered_at desc, o.offer_id limit 1) o
                where o.state in ('OPEN', 'EXPIRED')
                union all
                -- these begin when somebody is asked, whenever that was: no outage makes them short
                select w.referral_id, w.referring_body, null, q.clock, q.due, null, null, null
                from on_the_way w join clock_shown q using (referral_id)
                where w.still_waits and (
                    (q.clock = 'INTEREST' and q.due - :answer > w.interested_on)
                    or (q.clock = 'INTEREST_LAPSE' and q.due - :last_call > w.interested_on))),
            clocks as (
                select g.*, s.alternative_course, coalesce(s.warned, false) as warned,
                    coalesce(s.breached, false) as breached,
                    coalesce(begins <= g.due, false) as in_time,
                    g.due + case when begins <= g.due then :report else 0 end < :today as over
                from running g
                left join clock_shown s on s.referral_id = g.referral_id and s.clock = g.clock
                    and s.due = g.due and s.offer_id is not distinct from g.offer_id)
            """;

    private static final String SHOWN =
            """
            select * from (
                select c.*,
                    case when breached or over then 'BREACHED' when warned then 'WARNED'
                        else 'RUNNING' end as state,
                    coalesce(offer_id, :none) as offer_key,
                    (select min((s ->> 'begins')::date)
                        from heard_course h, jsonb_array_elements(h.sections) s
                        where h.course_id = c.alternative_course
                            and (s ->> 'number')::int = (select coalesce(p.next_section,
                                    p.recommended_section)
                                from placement p where p.referral_id = c.referral_id)
                    ) as alternative_begins
                from clocks c
                where (:clock::text is null or clock = :clock)
                    and (:body::text is null or referring_body = :body)) shown
            where (:state::text is null or state = :state)
                and (due, referral_id, clock, offer_key) > (:day, :id, :kind, :offer)
            order by due, referral_id, clock, offer_key limit :rows
            """;

    /** What ends with the person's answer is ended by the expiry itself. */
    private static final String DUE =
            """
            select * from clocks
            where (over and not breached and clock <> 'OFFER_PERIOD')
                or (not over and not warned and not in_time and not clock like 'INTEREST%' and due <= case clock
                        when 'SIX_WEEKS' then :six_weeks
                        when 'ENTITLEMENT_LAPSE' then :lapse
                        else :offer end
                    and (reached_at is null or reached_at <= :half_a_day_ago))
            order by due, referral_id limit :rows
            """;

    /** Who waits, was not asked since they last said so, and is to be asked. */
    private static final String TO_ASK =
            """
            select referral_id from on_the_way w
            where still_waits and not interest_lapsed and interested_on <= :silent_since
                and not exists (select from clock_shown q where q.referral_id = w.referral_id
                    and q.clock = 'INTEREST' and q.due - :answer > w.interested_on)
            order by referral_id limit :rows
            """;

    /** Who was asked, has not answered, and is to be told what follows from that. */
    private static final String TO_WARN =
            """
            select c.referral_id from clocks c join on_the_way w using (referral_id)
            where c.clock = 'INTEREST' and c.over and not w.interest_lapsed
                and not exists (select from clock_shown q where q.referral_id = c.referral_id
                    and q.clock = 'INTEREST_LAPSE' and q.due - :last_call > w.interested_on)
            order by c.referral_id limit :rows
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public ClocksRunning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far a clock has come. */
    public enum State {
        RUNNING,
        WARNED,
        BREACHED
    }

    /**
     * A clock that has to be warned of, or was breached and nobody has said so.
     *
     * @param courseId the course of the offer or place that it is about
     */
    public record Due(
            UUID referralId,
            ClockKind clock,
            LocalDate due,
            boolean over,
            @Nullable UUID offerId,
            @Nullable UUID courseId) {}

    /**
     * Until which due day to warn now, each in its own time.
     *
     * @param offerLastDay offers that end on that day or before
     */
    public record Horizon(LocalDate sixWeeks, LocalDate lapse, LocalDate offerLastDay) {}

    /** What is due now, the earliest first. */
    public List<Due> due(Horizon horizon, Instant halfADayAgo, int atOnce) {
        return running(DUE)
                .param("six_weeks", horizon.sixWeeks())
                .param("lapse", horizon.lapse())
                .param("offer", horizon.offerLastDay())
                .param("half_a_day_ago", halfADayAgo.atOffset(ZoneOffset.UTC))
                .param("rows", atOnce)
                .query(
                        (row, i) ->
                                new Due(
                                        row.getObject("referral_id", UUID.class),
                                        ClockKind.valueOf(row.getString("clock")),
                                        row.getObject("due", LocalDate.class),
                                        row.getBoolean("over"),
                                        row.getObject("offer_id", UUID.class),
                                        row.getObject("course_id", UUID.class)))
                .list();
    }

    /** People who last said before that day, or on it, that a place is still wanted. */
    public List<UUID> toAsk(LocalDate silentSince, int atOnce) {
        return running(TO_ASK)
                .param("silent_since", silentSince)
                .param("rows", atOnce)
                .query(UUID.class)
                .list();
    }

    /** People whose time to answer that question is over. */
    public List<UUID> toWarn(int atOnce) {
        return running(TO_WARN).param("rows", atOnce).query(UUID.class).list();
    }

    List<ClockShown> page(
            @Nullable ClockKind kind, @Nullable State state, PageQuery query, Actor actor) {
        Optional<Cursor> after = query.after(NAME, 4);
        return running(SHOWN)
                .param("none", NO_OFFER)
                .param("clock", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("body", actor.confinedTo(), Types.VARCHAR)
                .param("day", after.map(c -> c.day(0)).orElse(LocalDate.EPOCH))
                .param("id", after.map(c -> c.id(1)).orElse(NO_OFFER))
                .param("kind", after.map(c -> c.text(2)).orElse(""))
                .param("offer", after.map(c -> c.id(3)).orElse(NO_OFFER))
                .param("rows", query.rows())
                .query((row, i) -> shown(row))
                .list();
    }

    static Cursor cursorAfter(ClockShown last) {
        UUID offerId = last.offerId();
        return Cursor.after(
                NAME,
                last.due().toEpochDay(),
                last.referralId(),
                last.kind(),
                offerId == null ? NO_OFFER : offerId);
    }

    private JdbcClient.StatementSpec running(String question) {
        return jdbc.sql(RUNNING + question)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .param("report", REPORT_DAYS)
                .param("answer", ANSWER_DAYS)
                .param("last_call", LAST_CALL_DAYS);
    }

    private static ClockShown shown(ResultSet row) throws SQLException {
        ClockKind kind = ClockKind.valueOf(row.getString("clock"));
        State state = State.valueOf(row.getString("state"));
        LocalDate due = row.getObject("due", LocalDate.class);
        UUID alternative = row.getObject("alternative_course", UUID.class);
        LocalDate begins = row.getObject("alternative_begins", LocalDate.class);
        return new ClockShown(
                kind,
                state,
                row.getObject("referral_id", UUID.class),
                due,
                row.getObject("offer_id", UUID.class),
                row.getObject("course_id", UUID.class),
                alternative,
                ClockSentences.german(kind, state, due, begins),
                ClockSentences.english(kind, state, due, begins));
    }
}
