package de.kim.catalog.read;

import de.kim.catalog.write.CourseHistory;
import de.kim.catalog.write.CoursePlan;
import de.kim.catalog.write.CourseState;
import de.kim.events.CapacitySet;
import de.kim.events.CourseExtent;
import de.kim.events.Section;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    public CourseProjection(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventHandler
    void project(CourseHistory event, @SequenceNumber long sequence, @Timestamp Instant at) {
        UUID course = event.courseId();
        switch (event) {
            case CourseHistory.Scheduled it -> insert(it, at);
            case CourseHistory.Rescheduled it -> reschedule(it);
            case CourseHistory.HelpLanguagesChanged it ->
                    set(course, "help_languages = ?", (Object) array(it.helpLanguages()));
            case CourseHistory.PlacesChanged it -> {
                set(course, "places = ?", it.places());
                if (it.blocked() != null) {
                    set(course, "blocked = ?", it.blocked());
                }
            }
            case CourseHistory.PlacesConfirmed it -> {
                set(course, "confirmed_on = ?", it.confirmedOn());
                if (it.confirmedBy() != null) {
                    set(course, "confirmed_by = ?", it.confirmedBy());
                }
            }
            case CourseHistory.Started it ->
                    set(
                            course,
                            "state = ?, started_on = ?",
                            CourseState.STARTED.name(),
                            it.startedOn());
            case CourseHistory.Cancelled it -> {
                set(
                        course,
                        "state = ?, cancellation = ?",
                        CourseState.CANCELLED.name(),
                        it.reason().name());
                forgetContact(course);
            }
            case CourseHistory.Completed it -> {
                set(
                        course,
                        "state = ?, completed_on = ?",
                        CourseState.COMPLETED.name(),
                        it.completedOn());
                forgetContact(course);
            }
            case CourseHistory.ParticipantStarted it -> {}
            case CourseHistory.ParticipantMissing it -> {}
        }
        set(course, "version = ?, changed_at = ?", sequence, at.atOffset(ZoneOffset.UTC));
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

    private void insert(CourseHistory.Scheduled it, Instant at) {
        CourseExtent extent = it.extent();
        LocalDate scheduledOn =
                it.scheduledOn() == null
                        ? LocalDate.ofInstant(at, clock.getZone())
                        : it.scheduledOn();
        jdbc.sql(
                        """
                        insert into course_view (course_id, version, provider_id, course_type,
                            state, begins, plan, childcare, women_only, online, places, extent,
                            help_languages, blocked, scheduled_on, changed_at)
                        values (?, 0, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        it.courseId(),
                        it.providerId(),
                        it.courseType().name(),
                        CourseState.SCHEDULED.name(),
                        it.plan().begins(),
                        json(it.plan()),
                        it.childcare(),
                        it.womenOnly(),
                        it.online(),
                        it.places())
                .param(extent == null ? null : extent.name())
                .params(
                        array(it.helpLanguages() == null ? List.of() : it.helpLanguages()),
                        it.allPlaces().blocked(),
                        scheduledOn,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        sections(it.courseId(), it.sections());
    }

    private void reschedule(CourseHistory.Rescheduled it) {
        CourseExtent extent = it.extent();
        set(
                it.courseId(),
                """
                begins = ?, plan = ?::jsonb, extent = coalesce(?, extent),
                childcare = coalesce(?, childcare), women_only = coalesce(?, women_only),
                online = coalesce(?, online)
                """,
                it.plan().begins(),
                json(it.plan()),
                extent == null ? null : extent.name(),
                it.childcare(),
                it.womenOnly(),
                it.online());
        jdbc.sql("delete from course_section where course_id = ?").param(it.courseId()).update();
        sections(it.courseId(), it.sections());
    }

    private void sections(UUID courseId, List<Section> sections) {
        for (Section section : sections) {
            jdbc.sql(
                            """
                            insert into course_section (course_id, number, begins, ends)
                            values (?, ?, ?, ?)
                            """)
                    .params(courseId, section.number(), section.begins(), section.ends())
                    .update();
        }
    }

    /** Nobody has to be asked about it any more. */
    private void forgetContact(UUID courseId) {
        jdbc.sql("delete from course_contact where course_id = ?").param(courseId).update();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static String json(CoursePlan plan) {
        return JSON.writeValueAsString(plan);
    }

    private void set(UUID courseId, String assignments, @Nullable Object... values) {
        jdbc.sql("update course_view set " + assignments + " where course_id = ?")
                .params(Arrays.asList(values))
                .param(courseId)
                .update();
    }
}
