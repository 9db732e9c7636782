package de.kim.catalog.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.kit.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What providers have to do about their courses, the most urgent first. It follows from the courses
 * themselves, of which a provider has a few dozen: there is no table of it that could differ.
 */
@Repository
class Worklist {
    /** For the start and the end of a course. */
    private static final int DAYS_TO_REPORT = 7;

    private static final String PAGE =
            """
            select todo.*, (select count(*) from taken_place t
                where t.course_id = todo.course_id and t.accepted) as accepted
            from (
                select course_id, number, provider_id, 'CONFIRM_PLACES' as kind,
                    coalesce(confirmed_on, scheduled_on) as since,
                    coalesce(confirmed_on, scheduled_on) + :fresh as due_on
                from course_view where state = 'SCHEDULED'
                union all
                select course_id, number, provider_id, 'REPORT_START', begins, begins + :report
                from course_view where state = 'SCHEDULED'
                union all
                select c.course_id, c.number, c.provider_id, 'COMPLETE_COURSE', max(s.ends),
                    max(s.ends) + :report
                from course_view c join course_section s using (course_id)
                where c.state = 'STARTED' group by c.course_id) todo
            where due_on <= :until
                and (:provider::text is null or provider_id = :provider)
                and (:kind::text is null or kind = :kind)
                and (due_on, number, kind) > (:day, :number, :after)
            order by due_on, number, kind limit :rows
            """;

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing to do.
     *
     * @param number that of the course: the older one first among those due on the same day
     * @param german what to do, for people
     * @param english what to do, for people
     * @param dueOn the last day in time
     * @param since the day from which on it could be done
     * @param accepted how many have taken a place in the course
     */
    record Task(
            UUID courseId,
            @JsonIgnore long number,
            String providerId,
            TaskKind kind,
            String german,
            String english,
            LocalDate dueOn,
            boolean late,
            LocalDate since,
            int accepted) {}

    /**
     * Which part of the list.
     *
     * @param provider null: every provider's
     * @param kind null: every kind
     * @param until the last due day shown
     */
    record Part(@Nullable String provider, @Nullable TaskKind kind, LocalDate until) {}

    /** The last item of the page before. */
    record After(LocalDate dueOn, long number, String kind) {
        static final After NOTHING = new After(LocalDate.EPOCH, 0, "");
    }

    List<Task> page(Part part, After after, LocalDate today, int rows) {
        TaskKind kind = part.kind;
        return jdbc.sql(PAGE)
                .param("fresh", Courses.DAYS_FRESH)
                .param("report", DAYS_TO_REPORT)
                .param("until", part.until)
                .param("provider", part.provider, Types.VARCHAR)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("day", after.dueOn)
                .param("number", after.number)
                .param("after", after.kind)
                .param("rows", rows)
                .query((row, i) -> task(row, today))
                .list();
    }

    static Cursor cursorAfter(String list, Task last) {
        return Cursor.after(list, last.dueOn.toEpochDay(), last.number, last.kind);
    }

    private static Task task(ResultSet row, LocalDate today) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return new Task(
                row.getObject("course_id", UUID.class),
                row.getLong("number"),
                row.getString("provider_id"),
                kind,
                kind.german(),
                kind.english(),
                dueOn,
                dueOn.isBefore(today),
                row.getObject("since", LocalDate.class),
                row.getInt("accepted"));
    }
}
