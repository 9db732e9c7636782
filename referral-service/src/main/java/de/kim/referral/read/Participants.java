package de.kim.referral.read;

import de.kim.events.CourseScheduled;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds an offer or a place in which provider's course: whom the provider may know. */
@Component
public class Participants {
    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody.
     *
     * @param accepted the place is taken; else it is offered
     */
    record Holder(UUID referralId, boolean accepted) {}

    /** Whose course it is; that never changes. */
    public void scheduled(CourseScheduled event) {
        jdbc.sql(
                        """
                        insert into course_of_provider (course_id, provider_id) values (?, ?)
                        on conflict (course_id) do nothing
                        """)
                .params(event.courseId(), event.providerId())
                .update();
    }

    /** Whether it is a course of this provider. */
    boolean isOf(String providerId, UUID courseId) {
        return jdbc.sql(
                        """
                        select exists (select 1 from course_of_provider
                                       where course_id = ? and provider_id = ?)
                        """)
                .params(courseId, providerId)
                .query(Boolean.class)
                .single();
    }

    List<Holder> of(UUID courseId, UUID after, int rows) {
        return jdbc.sql(
                        """
                        select referral_id, bool_or(accepted) as accepted from taken_place
                        where course_id = ? and referral_id > ?
                        group by referral_id order by referral_id limit ?
                        """)
                .params(courseId, after, rows)
                .query((row, i) -> new Holder(row.getObject(1, UUID.class), row.getBoolean(2)))
                .list();
    }
}
