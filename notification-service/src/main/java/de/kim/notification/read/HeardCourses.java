package de.kim.notification.read;

import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.ProviderAdmitted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a person needs to know of courses and providers. */
@Component
public class HeardCourses {
    private final JdbcClient jdbc;

    public HeardCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A provider is admitted more than once; the latest name counts. */
    public void admitted(ProviderAdmitted event) {
        jdbc.sql(
                        """
                        insert into heard_provider (provider_id, name) values (?, ?)
                        on conflict (provider_id) do update set name = excluded.name
                        """)
                .params(event.providerId(), event.name())
                .update();
    }

    public void scheduled(CourseScheduled event) {
        jdbc.sql(
                        """
                        insert into heard_course (course_id, provider_id, course_type, sections, times,
                            municipality, accessible, childcare, women_only, online)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(
                        event.courseId(),
                        event.providerId(),
                        event.courseType().name(),
                        CourseColumns.write(event.sections()),
                        CourseColumns.write(event.times()),
                        event.venue().municipality(),
                        event.venue().accessible(),
                        event.childcare(),
                        event.womenOnly(),
                        event.online())
                .update();
    }

    public void rescheduled(CourseRescheduled event) {
        jdbc.sql(
                        """
                        update heard_course set sections = ?::jsonb, times = ?::jsonb,
                            municipality = ?,
                            accessible = ?, childcare = coalesce(?, childcare),
                            women_only = coalesce(?, women_only), online = coalesce(?, online)
                        where course_id = ?
                        """)
                .param(CourseColumns.write(event.sections()))
                .param(CourseColumns.write(event.times()))
                .param(event.venue().municipality())
                .param(event.venue().accessible())
                .param(event.childcare())
                .param(event.womenOnly())
                .param(event.online())
                .param(event.courseId())
                .update();
    }
}
