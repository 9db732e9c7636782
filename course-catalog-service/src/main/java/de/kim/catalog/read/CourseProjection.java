package de.kim.catalog.read;

import de.kim.catalog.write.CourseHistory;
import de.kim.catalog.write.CoursePlan;
import de.kim.catalog.write.CourseState;
import de.kim.events.CapacitySet;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps {@code course_view}. It is a subscribing processor: the row is written in the unit of work
 * that stores the event, so who was just answered 201 finds the course.
 */
@Component
@ProcessingGroup(CourseProjection.NAME)
public class CourseProjection {
    public static final String NAME = "catalog-view";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public CourseProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void project(CourseHistory event, @SequenceNumber long sequence) {
        UUID course = event.courseId();
        switch (event) {
            case CourseHistory.Scheduled it -> insert(it);
            case CourseHistory.Rescheduled it -> {
                CoursePlan plan = new CoursePlan(it.sections(), it.times(), it.venue());
                set(course, "begins = ?, plan = ?::jsonb", plan.begins(), json(plan));
            }
            case CourseHistory.PlacesChanged it -> set(course, "places = ?", it.places());
            case CourseHistory.PlacesConfirmed it ->
                    set(course, "confirmed_on = ?", it.confirmedOn());
            case CourseHistory.Started it ->
                    set(
                            course,
                            "state = ?, started_on = ?",
                            CourseState.STARTED.name(),
                            it.startedOn());
            case CourseHistory.Cancelled it ->
                    set(
                            course,
                            "state = ?, cancellation = ?",
                            CourseState.CANCELLED.name(),
                            it.reason().name());
            case CourseHistory.Completed it ->
                    set(
                            course,
                            "state = ?, completed_on = ?",
                            CourseState.COMPLETED.name(),
                            it.completedOn());
            case CourseHistory.ParticipantStarted it -> {}
            case CourseHistory.ParticipantMissing it -> {}
        }
        set(course, "version = ?", sequence);
    }

    /** Allocation's answer to the places asked for. */
    public void capacity(CapacitySet event) {
        jdbc.sql(
                        """
                        insert into capacity_view (course_id, capacity) values (?, ?)
                        on conflict (course_id) do update set capacity = excluded.capacity
                        """)
                .params(event.courseId(), event.capacity())
                .update();
    }

    private void insert(CourseHistory.Scheduled it) {
        CoursePlan plan = new CoursePlan(it.sections(), it.times(), it.venue());
        jdbc.sql(
                        """
                        insert into course_view (course_id, version, provider_id, course_type,
                            state, begins, plan, childcare, women_only, online, places)
                        values (?, 0, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                        """)
                .params(
                        it.courseId(),
                        it.providerId(),
                        it.courseType().name(),
                        CourseState.SCHEDULED.name(),
                        plan.begins(),
                        json(plan),
                        it.childcare(),
                        it.womenOnly(),
                        it.online(),
                        it.places())
                .update();
    }

    private static String json(CoursePlan plan) {
        return JSON.writeValueAsString(plan);
    }

    private void set(UUID courseId, String assignments, Object... values) {
        jdbc.sql("update course_view set " + assignments + " where course_id = ?")
                .params(values)
                .param(courseId)
                .update();
    }
}
