package de.kim.allocation.read;

import de.kim.allocation.read.ClocksRunning.State;
import de.kim.allocation.write.WatchPlaces;
import de.kim.kit.web.Actor;
import de.kim.kit.web.Cursor;
import de.kim.kit.web.PageQuery;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of each course that takes people: its provider says every week how many places are free
 * (§ 20(5) IntV). One query for what is due and for what is shown, as {@link ClocksRunning}.
 */
@Component
public class PlacesToConfirm {
    static final String NAME = "places-to-confirm";

    /** What was said of free places counts so many days. */
    private static final int FRESH_DAYS = 7;

    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final String CLOCKS =
            """
            with clocks as (
                select c.course_id, c.provider_id, c.places_said_on,
                    c.places_said_on + :fresh as due, coalesce(s.warned, false) as warned,
                    coalesce(s.breached, false) as breached
                from heard_course c
                left join course_places p using (course_id)
                left join places_shown s on s.course_id = c.course_id
                    and s.due = c.places_said_on + :fresh
                where c.open and not coalesce(p.closed, false) and c.places_said_on is not null)
            """;

    private static final String DUE =
            """
            select course_id, due, due < :today as over from clocks
            where (due < :today and not breached)
                or (due >= :today and due <= :tomorrow and not warned)
            order by due, course_id limit :rows
            """;

    private static final String SHOWN =
            """
            select * from (select *, case when breached or due < :today then 'BREACHED'
                when warned then 'WARNED' else 'RUNNING' end as state from clocks) shown
            where (:state::text is null or state = :state)
                and (:body::text is null or provider_id = :body)
                and (due, course_id) > (:day, :id)
            order by due, course_id limit :rows
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public PlacesToConfirm(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The clock of one course.
     *
     * @param saidOn when its provider last said how many places are free
     * @param due the last day on which that counts
     */
    record ToConfirm(
            UUID courseId,
            String providerId,
            State state,
            LocalDate saidOn,
            LocalDate due,
            String german,
            String english) {}

    /** What has to be warned of, the day before and on the last day, or is over. */
    public List<WatchPlaces> due(int atOnce) {
        return clocks(DUE)
                .param("tomorrow", LocalDate.now(clock).plusDays(1))
                .param("rows", atOnce)
                .query(
                        (row, i) ->
                                new WatchPlaces(
                                        row.getObject("course_id", UUID.class),
                                        row.getObject("due", LocalDate.class),
                                        row.getBoolean("over")))
                .list();
    }

    List<ToConfirm> page(@Nullable State state, PageQuery query, Actor actor) {
        Optional<Cursor> after = query.after(NAME, 2);
        return clocks(SHOWN)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("body", actor.confinedTo(), Types.VARCHAR)
                .param("day", after.map(c -> c.day(0)).orElse(LocalDate.EPOCH))
                .param("id", after.map(c -> c.id(1)).orElse(new UUID(0, 0)))
                .param("rows", query.rows())
                .query(
                        (row, i) ->
                                shown(
                                        row.getObject("course_id", UUID.class),
                                        row.getString("provider_id"),
                                        State.valueOf(row.getString("state")),
                                        row.getObject("places_said_on", LocalDate.class),
                                        row.getObject("due", LocalDate.class)))
                .list();
    }

    static Cursor cursorAfter(ToConfirm last) {
        return Cursor.after(NAME, last.due().toEpochDay(), last.courseId());
    }

    private JdbcClient.StatementSpec clocks(String question) {
        return jdbc.sql(CLOCKS + question)
                .param("fresh", FRESH_DAYS)
                .param("today", LocalDate.now(clock));
    }

    private static ToConfirm shown(
            UUID courseId, String providerId, State state, LocalDate saidOn, LocalDate due) {
        boolean over = state == State.BREACHED;
        return new ToConfirm(
                courseId,
                providerId,
                state,
                saidOn,
                due,
                "Der Träger hat zuletzt am %s gesagt, wie viele Plätze frei sind. %s %s."
                        .formatted(
                                GERMAN.format(saidOn),
                                over ? "Das galt bis zum" : "Das gilt bis zum",
                                GERMAN.format(due)),
                "The provider last said on %s how many places are free. %s %s."
                        .formatted(
                                ENGLISH.format(saidOn),
                                over ? "That counted until" : "That counts until",
                                ENGLISH.format(due)));
    }
}
