package de.kim.allocation.read;

import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.rules.Admission;
import de.kim.rules.Course;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The courses and admissions of a round. */
@Component
public class CoursesOpen {
    private final JdbcClient jdbc;

    public CoursesOpen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every course that takes people, and every one that somebody holds and would leave. */
    List<Course> gather(Map<String, Long> lastSeen) {
        return jdbc
                .sql(
                        """
                        select c.*, coalesce(p.closed, false) as closed,
                            greatest(0, coalesce(p.capacity - p.held - p.taken, 0)) as free
                        from heard_course c left join course_places p using (course_id)
                        where c.open or exists (select 1 from placement h
                            where h.waits and h.place_course = c.course_id)
                        """)
                .query(
                        (row, i) -> {
                            UUID id = row.getObject("course_id", UUID.class);
                            lastSeen.put("kim.courses/" + id, row.getLong("sequence"));
                            return Sound.orLeftOut("course", id, () -> course(row));
                        })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<Admission> admissions(Map<String, Long> lastSeen) {
        return jdbc.sql("select * from heard_admission")
                .query(
                        (row, i) -> {
                            String provider = row.getString("provider_id");
                            lastSeen.merge(
                                    "kim.courses/" + provider, row.getLong("sequence"), Math::max);
                            return new Admission(
                                    provider,
                                    types((String[]) row.getArray("course_types").getArray()),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_until", LocalDate.class));
                        })
                .list();
    }

    private static List<CourseType> types(String[] names) {
        return Arrays.stream(names).map(CourseType::valueOf).toList();
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                row.getObject("course_id", UUID.class),
                row.getString("provider_id"),
                CourseType.valueOf(row.getString("course_type")),
                JsonColumn.list(row.getString("sections"), Section.class),
                JsonColumn.list(row.getString("times"), WeeklyTime.class),
                new Venue(
                        row.getString("municipality"),
                        row.getInt("latitude_e6"),
                        row.getInt("longitude_e6"),
                        row.getBoolean("accessible")),
                row.getBoolean("childcare"),
                row.getBoolean("women_only"),
                row.getBoolean("online"),
                row.getInt("free"),
                row.getInt("version"),
                row.getBoolean("open") && !row.getBoolean("closed"));
    }
}
