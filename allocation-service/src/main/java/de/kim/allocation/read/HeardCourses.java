package de.kim.allocation.read;

import de.kim.allocation.write.WorkingDays;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.Envelope;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.Venue;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a round needs to know of providers and courses. */
@Component
public class HeardCourses {
    private final JdbcClient jdbc;

    public HeardCourses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void project(CourseEvent event, Envelope envelope) {
        switch (event) {
            case ProviderAdmitted e -> admitted(e, envelope);
            case ProviderAdmissionEnded e -> admissionEnded(e);
            case CourseScheduled e -> scheduled(e, envelope);
            case CourseRescheduled e -> rescheduled(e, envelope);
            case CourseCancelled e -> closed(e.courseId(), envelope);
            case CourseCompleted e -> closed(e.courseId(), envelope);
            case PlacesChanged e -> seen(e.courseId(), envelope);
            case PlacesConfirmed e -> confirmed(e, envelope);
            case CourseStarted e -> seen(e.courseId(), envelope);
            case ParticipantStarted e -> seen(e.courseId(), envelope);
            case ParticipantMissing e -> seen(e.courseId(), envelope);
        }
    }

    private void admitted(ProviderAdmitted e, Envelope envelope) {
        jdbc.sql(
                        """
                        insert into heard_admission (provider_id, valid_from, valid_until,
                            course_types, sequence)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        e.providerId(),
                        e.from(),
                        e.until(),
                        e.courseTypes().stream().map(Enum::name).toArray(String[]::new),
                        envelope.sequence())
                .update();
    }

    /** Nothing is deleted: what it covered until then stays covered. */
    private void admissionEnded(ProviderAdmissionEnded e) {
        jdbc.sql(
                        """
                        update heard_admission set valid_until = ?
                        where provider_id = ? and valid_until > ?
                        """)
                .params(e.endedOn(), e.providerId(), e.endedOn())
                .update();
    }

    private void scheduled(CourseScheduled e, Envelope envelope) {
        jdbc.sql(
                        """
                        insert into heard_course (course_id, provider_id, course_type, sections,
                            times, municipality, latitude_e6, longitude_e6, accessible, childcare,
                            women_only, online, sequence, places_said_on)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        e.courseId(),
                        e.providerId(),
                        e.courseType().name(),
                        JsonColumn.write(e.sections()),
                        JsonColumn.write(e.times()),
                        e.venue().municipality(),
                        e.venue().latitudeE6(),
                        e.venue().longitudeE6(),
                        e.venue().accessible(),
                        e.childcare(),
                        e.womenOnly(),
                        e.online(),
                        envelope.sequence(),
                        envelope.time().atZone(WorkingDays.ZONE).toLocalDate())
                .update();
    }

    /** A new version: whoever declined the old one may be offered this one. */
    private void rescheduled(CourseRescheduled e, Envelope envelope) {
        Venue venue = e.venue();
        jdbc.sql(
                        """
                        update heard_course set sections = ?::jsonb, times = ?::jsonb,
                            municipality = ?, latitude_e6 = ?, longitude_e6 = ?, accessible = ?,
                            childcare = coalesce(?, childcare),
                            women_only = coalesce(?, women_only), online = coalesce(?, online),
                            version = version + 1
                        where course_id = ?
                        """)
                .params(
                        JsonColumn.write(e.sections()),
                        JsonColumn.write(e.times()),
                        venue.municipality(),
                        venue.latitudeE6(),
                        venue.longitudeE6(),
                        venue.accessible())
                .param(e.childcare())
                .param(e.womenOnly())
                .param(e.online())
                .param(e.courseId())
                .update();
        seen(e.courseId(), envelope);
    }

    private void confirmed(PlacesConfirmed e, Envelope envelope) {
        jdbc.sql("update heard_course set places_said_on = ? where course_id = ?")
                .params(e.confirmedOn(), e.courseId())
                .update();
        seen(e.courseId(), envelope);
    }

    private void closed(UUID courseId, Envelope envelope) {
        jdbc.sql("update heard_course set open = false where course_id = ?")
                .param(courseId)
                .update();
        seen(courseId, envelope);
    }

    private void seen(UUID courseId, Envelope envelope) {
        jdbc.sql("update heard_course set sequence = ? where course_id = ?")
                .params(envelope.sequence(), courseId)
                .update();
    }
}
