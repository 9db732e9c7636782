package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AdmissionEnd;
import de.kim.events.CapacitySet;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseExtent;
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
import java.time.LocalDate;
import java.util.List;
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
        assertThat(as("traeger-09").post("/api/courses", SampleBodies.course(late)).code())
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
    void what_a_provider_says_of_a_course_is_shown_and_said() {
        String id = scheduled();
        JsonNode planned = get(BODY, path(id)).json();
        assertThat(planned.path("extent").asString()).isEqualTo("PART_TIME");
        assertThat(planned.path("helpLanguages")).hasSize(2);
        assertThat(planned.path("interruptions").get(0).path("until").asString())
                .isEqualTo("2027-02-12");
        assertThat(planned.path("planned").asInt()).isEqualTo(22);
        assertThat(planned.path("scheduledOn").asString()).isEqualTo("2026-11-23");
        CourseScheduled said = (CourseScheduled) said(id, 1).getFirst().event();
        assertThat(said.places()).isEqualTo(20);
        assertThat(said.blocked()).isEqualTo(2);
        assertThat(said.extent()).isEqualTo(CourseExtent.PART_TIME);
        assertThat(said.interruptions()).hasSize(1);

        Map<String, Object> terms = Map.of("childcare", true, "extent", "FULL_TIME");
        String plan = SampleBodies.plan("2027-03-01", "2027-04-01", terms);
        assertThat(change(id, "reschedule", plan)).isEqualTo(204);
        assertThat(change(id, "help-languages", "{\"helpLanguages\": [\"fa\"]}")).isEqualTo(204);
        assertThat(change(id, "places", "{\"places\": 21, \"blocked\": 4}")).isEqualTo(204);
        JsonNode changed = get(BODY, path(id)).json();
        assertThat(changed.path("childcare").asBoolean()).isTrue();
        assertThat(changed.path("womenOnly").asBoolean(true)).isFalse();
        assertThat(changed.path("extent").asString()).isEqualTo("FULL_TIME");
        assertThat(changed.path("interruptions")).isEmpty();
        assertThat(changed.path("helpLanguages").get(0).asString()).isEqualTo("fa");
        assertThat(changed.path("planned").asInt()).isEqualTo(25);
        assertThat(said(id, 3).get(2).event())
                .isEqualTo(new PlacesChanged(UUID.fromString(id), 21, 4));
        CourseRescheduled moved = (CourseRescheduled) said(id, 3).get(1).event();
        assertThat(moved.childcare()).isTrue();
        assertThat(moved.womenOnly()).isNull();
    }

    @Test
    void who_confirmed_the_places_and_when_is_shown_and_a_week_later_it_is_stale() {
        String id = scheduled();
        assertThat(get(BODY, path(id)).json().path("stale").asBoolean(true)).isFalse();
        planned(id, "2026-11-16");
        assertThat(get(BODY, path(id)).json().path("stale").asBoolean(true)).isFalse();
        planned(id, "2026-11-15");
        assertThat(get(BODY, path(id)).json().path("stale").asBoolean(false)).isTrue();
        assertThat(listed("stale=true&providerId=traeger-01")).contains(id);
        planned(id, "2026-11-23");

        assertThat(change(id, "places-confirmation", "{\"places\": 20}")).isEqualTo(204);
        JsonNode confirmed = get(BODY, path(id)).json();
        assertThat(confirmed.path("stale").asBoolean(true)).isFalse();
        assertThat(confirmed.path("confirmedOn").asString()).isEqualTo("2026-11-23");
        assertThat(confirmed.path("confirmedBy").asString()).isEqualTo("traeger-01");
        assertThat(said(id, 2).getLast().event())
                .isEqualTo(
                        new PlacesConfirmed(
                                UUID.fromString(id),
                                20,
                                LocalDate.of(2026, 11, 23),
                                2,
                                "traeger-01"));
        assertThat(listed("stale=true")).doesNotContain(id);
        assertThat(listed("stale=false&courseType=GENERAL&state=SCHEDULED")).contains(id);
        assertThat(listed("state=STARTED")).doesNotContain(id);
        assertThat(listed("providerId=traeger-99")).isEmpty();
    }

    @Test
    void a_contact_is_overwritten_and_goes_with_the_course() {
        String id = scheduled();
        assertThat(get(BODY, path(id)).json().has("contact")).isFalse();
        String first = "{\"person\": \"Maria Muster\", \"phone\": \"0541 000-1\"}";
        assertThat(change(id, "contact", first)).isEqualTo(204);
        assertThat(change(id, "contact", "{\"email\": \"kurse@muster.example\"}")).isEqualTo(204);
        JsonNode contact = get(BODY, path(id)).json().path("contact");
        assertThat(contact.path("email").asString()).isEqualTo("kurse@muster.example");
        assertThat(contact.has("person")).isFalse();
        assertThat(change(id, "contact", first)).isEqualTo(204);
        assertThat(change(id, "cancellation", "{\"reason\": \"NO_ROOM\"}")).isEqualTo(204);
        assertThat(get(BODY, path(id)).json().has("contact")).isFalse();
        assertThat(jdbc.queryForList("select person from course_contact", String.class))
                .doesNotContain("Maria Muster");
        assertThat(post(path(id) + "/contact", first).code()).isEqualTo("COURSE_CANCELLED");
        assertThat(said(id, 2)).noneMatch(event -> event.toString().contains("Maria Muster"));
    }

    @Test
    void a_provider_is_reached_under_its_public_contact() {
        String contact = "{\"phone\": \"+49 541 000-0\", \"website\": \"https://muster.example\"}";
        assertThat(post("/api/providers/traeger-01/contact", contact).status()).isEqualTo(204);
        JsonNode provider = provider("traeger-01");
        assertThat(provider.path("contact").path("phone").asString()).isEqualTo("+49 541 000-0");
        assertThat(provider.path("contact").has("email")).isFalse();
        assertThat(provider.path("admissions").get(0).path("area")).hasSize(2);
        assertThat(provider.path("admissions").get(0).path("online").asBoolean()).isTrue();
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

    /** As if it had been planned on that day. */
    private void planned(String id, String day) {
        jdbc.update(
                "update course_view set scheduled_on = ?::date where course_id = ?::uuid", day, id);
    }

    private List<String> listed(String query) {
        return get(BODY, "/api/courses?limit=200&" + query)
                .json()
                .path("items")
                .valueStream()
                .map(course -> course.path("courseId").asString())
                .toList();
    }

    private JsonNode provider(String providerId) {
        String cursor = "";
        do {
            JsonNode page = get(BODY, "/api/providers?limit=200" + cursor).json();
            for (JsonNode item : page.path("items")) {
                if (item.path("providerId").asString().equals(providerId)) {
                    return item;
                }
            }
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
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
