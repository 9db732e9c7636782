package de.kim.catalog.read;

import de.kim.catalog.write.CourseContact;
import de.kim.catalog.write.CoursePlan;
import de.kim.catalog.write.CourseState;
import de.kim.events.CancellationReason;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The courses, with the capacity in force and whom to ask. */
@Repository
public class Courses {
    /** For so many days places count as said just now, § 20(5) IntV. */
    public static final int DAYS_FRESH = 7;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT =
            """
            select *, coalesce(confirmed_on, scheduled_on) < cast(:fresh as date) stale
            from course_view left join capacity_view using (course_id)
            left join course_contact using (course_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Courses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<CourseView> one(UUID courseId) {
        return sql("where course_id = :course")
                .param("course", courseId)
                .query(Courses::view)
                .optional();
    }

    /** The first planned first, those after the number. */
    public List<CourseView> after(CourseQuery asked, long number, int rows) {
        return sql("""
                where number > :number
                and (cast(:provider as text) is null or provider_id = :provider)
                and (cast(:type as text) is null or course_type = :type)
                and (cast(:state as text) is null or state = :state)
                and (cast(:stale as boolean) is null
                    or :stale = (coalesce(confirmed_on, scheduled_on) < cast(:fresh as date)))
                order by number limit :rows
                """)
                .param("number", number)
                .param("provider", asked.providerId(), Types.VARCHAR)
                .param("type", name(asked.courseType()), Types.VARCHAR)
                .param("state", name(asked.state()), Types.VARCHAR)
                .param("stale", asked.stale(), Types.BOOLEAN)
                .param("rows", rows)
                .query(Courses::view)
                .list();
    }

    private JdbcClient.StatementSpec sql(String where) {
        return jdbc.sql(SELECT + where).param("fresh", LocalDate.now(clock).minusDays(DAYS_FRESH));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static CourseView view(ResultSet row, int index) throws SQLException {
        CoursePlan plan = JSON.readValue(row.getString("plan"), CoursePlan.class);
        String extent = row.getString("extent");
        String cancellation = row.getString("cancellation");
        return new CourseView(
                row.getObject("course_id", UUID.class),
                row.getLong("number"),
                row.getLong("version"),
                row.getString("provider_id"),
                CourseType.valueOf(row.getString("course_type")),
                CourseState.valueOf(row.getString("state")),
                plan.sections(),
                plan.times(),
                plan.interruptions(),
                plan.venue(),
                extent == null ? null : CourseExtent.valueOf(extent),
                row.getBoolean("childcare"),
                row.getBoolean("women_only"),
                row.getBoolean("online"),
                List.of((String[]) row.getArray("help_languages").getArray()),
                row.getInt("places"),
                row.getInt("blocked"),
                row.getInt("places") + row.getInt("blocked"),
                row.getObject("capacity", Integer.class),
                row.getObject("scheduled_on", LocalDate.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("confirmed_by"),
                row.getBoolean("stale"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                cancellation == null ? null : CancellationReason.valueOf(cancellation),
                contact(row));
    }

    private static @Nullable CourseContact contact(ResultSet row) throws SQLException {
        return row.getString("said_by") == null
                ? null
                : new CourseContact(
                        row.getString("person"), row.getString("phone"), row.getString("email"));
    }
}
