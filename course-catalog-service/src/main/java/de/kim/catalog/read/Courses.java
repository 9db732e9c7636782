package de.kim.catalog.read;

import de.kim.catalog.write.CoursePlan;
import de.kim.catalog.write.CourseState;
import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The courses, with the capacity in force. */
@Repository
public class Courses {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT =
            "select * from course_view left join capacity_view using (course_id) ";

    private final JdbcClient jdbc;

    public Courses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CourseView> one(UUID courseId) {
        return jdbc.sql(SELECT + "where course_id = ?")
                .param(courseId)
                .query(Courses::view)
                .optional();
    }

    /** The first planned first, those after the number. */
    public List<CourseView> after(long number, int rows) {
        return jdbc.sql(SELECT + "where number > ? order by number limit ?")
                .params(number, rows)
                .query(Courses::view)
                .list();
    }

    private static CourseView view(ResultSet row, int index) throws SQLException {
        CoursePlan plan = JSON.readValue(row.getString("plan"), CoursePlan.class);
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
                plan.venue(),
                row.getBoolean("childcare"),
                row.getBoolean("women_only"),
                row.getBoolean("online"),
                row.getInt("places"),
                row.getObject("capacity", Integer.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getObject("started_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                cancellation == null ? null : CancellationReason.valueOf(cancellation));
    }
}
