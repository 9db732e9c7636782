package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AdmissionEnd;
import de.kim.events.CapacitySet;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
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
import de.kim.kit.web.FrontDoor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Providers and courses over HTTP, in the database and on Kafka. */
class CatalogStoryTest extends RunningCatalog {
    private static final String ALLOCATION = "allocation-service";

    @BeforeEach
    void a_provider_is_admitted() {
        FrontDoor.Reply reply = post("/api/providers", SampleBodies.provider("traeger-01"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @Test
    void an_admission_is_said_once_and_its_end_too() {
        for (int i = 0; i < 2; i++) {
            assertThat(post("/api/providers", SampleBodies.provider("traeger-09")).status())
                    .isEqualTo(201);
        }
        String end = "{\"endedOn\": \"2026-06-30\", \"reason\": \"RETURNED\"}";
        assertThat(post("/api/providers/traeger-09/admission-end", end).status()).isEqualTo(204);
        assertThat(said("traeger-09", 2))
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(ProviderAdmitted.class, ProviderAdmissionEnded.class);
        JsonNode admission = provider("traeger-09").path("admissions").get(0);
        assertThat(admission.path("until").asString()).isEqualTo("2026-06-30");
        assertThat(admission.path("ended").asString()).isEqualTo(AdmissionEnd.RETURNED.name());
        Map<String, String> late = Map.of("providerId", "traeger-09");
        assertThat(post("/api/courses", SampleBodies.course(late)).code())
                .isEqualTo("PROVIDER_NOT_ADMITTED");
        assertThat(post("/api/providers/traeger-08/admission-end", end).code())
                .isEqualTo("PROVIDER_NOT_FOUND");
    }

    @Test
    void a_course_is_planned_run_and_completed_and_everything_about_it_is_said_in_order() {
        String id = scheduled();
        String anna = UUID.randomUUID().toString();
        String bela = UUID.randomUUID().toString();
        assertThat(change(id, "places", "{\"places\": 18}")).isEqualTo(204);
        assertThat(change(id, "places-confirmation", "{\"places\": 18}")).isEqualTo(204);
        assertThat(change(id, "reschedule", SampleBodies.plan("2027-03-01", "2027-04-01")))
                .isEqualTo(204);
        String start =
                "{\"startedOn\": \"2026-11-02\", \"started\": [\"%s\"], \"missing\": [\"%s\"]}"
                        .formatted(anna, bela);
        assertThat(change(id, "start", start)).isEqualTo(204);
        assertThat(change(id, "completion", "{\"completedOn\": \"2026-11-03\"}")).isEqualTo(204);
        assertThat(said(id, 8))
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(
                        CourseScheduled.class,
                        PlacesChanged.class,
                        PlacesConfirmed.class,
                        CourseRescheduled.class,
                        CourseStarted.class,
                        ParticipantStarted.class,
                        ParticipantMissing.class,
                        CourseCompleted.class);
        assertThat(said(id, 8))
                .extracting(Envelope::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        FrontDoor.Reply view = get(BODY, path(id));
        assertThat(view.json().path("state").asString()).isEqualTo("COMPLETED");
        assertThat(view.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void a_cancelled_course_stays_cancelled() {
        String id = scheduled();
        assertThat(change(id, "cancellation", "{\"reason\": \"NO_ROOM\"}")).isEqualTo(204);
        assertThat(said(id, 2).getLast().event()).isInstanceOf(CourseCancelled.class);
        assertThat(post(path(id) + "/places", "{\"places\": 3}").code())
                .isEqualTo("COURSE_CANCELLED");
    }

    @Test
    void the_capacity_in_force_is_shown_as_it_was_last_said() {
        String id = scheduled();
        UUID course = UUID.fromString(id);
        WIRE.say(ALLOCATION, 3, new CapacitySet(course, 20, 17));
        WIRE.say(ALLOCATION, 2, new CapacitySet(course, 20, 18));
        WIRE.say(ALLOCATION, 2, new CapacitySet(course, 20, 18));
        WIRE.say(ALLOCATION, 1, new CapacitySet(course, 20, 19));
        WIRE.say(ALLOCATION, 1, new CapacitySet(course, 20, 19));
        eventually(
                () ->
                        assertThat(get(BODY, path(id)).json().path("capacity").asInt(-1))
                                .isEqualTo(17));
    }

    @Test
    void the_list_comes_in_pages() {
        scheduled();
        scheduled();
        FrontDoor.Reply first = get(BODY, "/api/courses?limit=1");
        String cursor = first.json().path("nextCursor").asString();
        FrontDoor.Reply second = get(BODY, "/api/courses?limit=1&cursor=" + cursor);
        assertThat(first.json().path("items")).hasSize(1);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(get(BODY, "/api/providers?cursor=" + cursor).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void a_course_may_begin_today() {
        String today = "2026-11-23";
        String id = scheduled();
        assertThat(change(id, "reschedule", SampleBodies.plan(today, today))).isEqualTo(204);
    }

    private JsonNode provider(String providerId) {
        for (JsonNode item : get(BODY, "/api/providers").json().path("items")) {
            if (item.path("providerId").asString().equals(providerId)) {
                return item;
            }
        }
        throw new AssertionError(providerId + " is not listed");
    }

    private String scheduled() {
        FrontDoor.Reply reply = post("/api/courses", SampleBodies.course(Map.of()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String id = reply.json().path("courseId").asString();
        assertThat(reply.header("Location")).isEqualTo(path(id));
        return id;
    }

    private int change(String id, String command, String json) {
        return post(path(id) + "/" + command, json).status();
    }

    private static String path(String id) {
        return "/api/courses/" + id;
    }
}
