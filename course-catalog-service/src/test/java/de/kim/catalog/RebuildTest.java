package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.catalog.read.CourseProjection;
import de.kim.catalog.read.ProviderProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The views are nothing but their events. */
class RebuildTest extends RunningCatalog {
    @Autowired private EventStore store;
    @Autowired private CourseProjection courses;
    @Autowired private ProviderProjection providers;

    @Test
    void views_rebuilt_from_the_stored_events_are_those_that_were_live() {
        post("/api/providers", SampleBodies.provider("traeger-01"));
        post("/api/providers", SampleBodies.provider("traeger-05"));
        String end = "{\"endedOn\": \"2026-06-30\", \"reason\": \"REVOKED\"}";
        post("/api/providers/traeger-05/admission-end", end);
        String path = post("/api/courses", SampleBodies.course(Map.of())).header("Location");
        post(path + "/places-confirmation", "{\"places\": 12}");
        post(path + "/places", "{\"places\": 11, \"blocked\": 4}");
        post(path + "/help-languages", "{\"helpLanguages\": [\"fa\"]}");
        post(
                path + "/reschedule",
                SampleBodies.plan("2027-03-01", "2027-04-01", Map.of("childcare", true)));
        post(path + "/cancellation", "{\"reason\": \"NO_TEACHER\"}");
        List<String> live = rows();
        assertThat(live).hasSizeGreaterThanOrEqualTo(5);

        List<String> ids =
                jdbc.queryForList(
                        "select course_id::text from course_view"
                                + " union all select provider_id from provider_view",
                        String.class);
        jdbc.update("delete from course_view");
        jdbc.update("delete from admission_view");
        jdbc.update("delete from provider_view");
        ids.forEach(this::replay);
        assertThat(rows()).isEqualTo(live);
    }

    private void replay(String id) {
        store.readEvents(id).asStream().forEach(this::handle);
    }

    private void handle(DomainEventMessage<?> event) {
        try {
            new AnnotationEventHandlerAdapter(courses).handle(event);
            new AnnotationEventHandlerAdapter(providers).handle(event);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every column but the number, which says in which order the rows came. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String view :
                List.of("course_view", "course_section", "provider_view", "admission_view")) {
            rows.addAll(
                    jdbc.queryForList(
                            "select (to_jsonb(v) - 'number')::text from " + view + " v order by 1",
                            String.class));
        }
        return rows;
    }
}
