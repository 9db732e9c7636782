package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What providers have to do next, by the front door; it is Monday, 23 November 2026. */
class WorklistTest extends RunningCatalog {
    /** A provider of its own for each test: nobody else's courses are in its list. */
    private String provider = "";

    @BeforeEach
    void newProvider() {
        provider = "traeger-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(post("/api/providers", SampleBodies.provider(provider, Map.of())).status())
                .isEqualTo(201);
    }

    @Test
    void places_are_to_be_confirmed_within_a_week_and_the_start_reported_within_one() {
        String soon = course("2026-11-30", "2027-01-15");
        String later = course("2027-02-01", "2027-03-05");
        assertThat(lines(""))
                .containsExactly(
                        "CONFIRM_PLACES 2026-11-30 " + soon,
                        "CONFIRM_PLACES 2026-11-30 " + later,
                        "REPORT_START 2026-12-07 " + soon);
        JsonNode task = items(provider, "").getFirst();
        assertThat(task.path("german").asString()).isEqualTo("Freie Plätze bestätigen");
        assertThat(task.path("english").asString()).isEqualTo("Confirm the free places");
        assertThat(task.path("since").asString()).isEqualTo("2026-11-23");
        assertThat(task.path("accepted").asInt(-1)).isZero();
        assertThat(task.path("late").asBoolean(true)).isFalse();
    }

    @Test
    void what_is_done_or_cancelled_is_on_no_list() {
        String today = course("2026-11-23", "2026-11-23");
        String cancelled = course("2026-11-30", "2027-01-15");
        change(cancelled, "cancellation", "{\"reason\": \"NO_ROOM\"}");
        assertThat(lines("")).hasSize(2).allMatch(line -> line.endsWith(today));
        change(today, "start", "{\"startedOn\": \"2026-11-23\", \"started\": [], \"missing\": []}");
        assertThat(lines("")).containsExactly("COMPLETE_COURSE 2026-11-30 " + today);
        change(today, "completion", "{\"completedOn\": \"2026-11-23\"}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void it_is_filtered_and_paged_and_leaves_nothing_out() {
        String first = course("2026-11-30", "2027-01-15");
        String second = course("2026-11-29", "2027-01-15");
        assertThat(lines("?kind=REPORT_START"))
                .containsExactly(
                        "REPORT_START 2026-12-06 " + second, "REPORT_START 2026-12-07 " + first);
        assertThat(lines("?dueBefore=2026-12-07")).hasSize(3);
        assertThat(paged(1)).isEqualTo(lines(""));
        assertThat(paged(3)).isEqualTo(lines(""));
    }

    @Test
    void another_provider_sees_nothing_of_it_and_the_coordinator_what_is_late() {
        String late = course("2026-11-30", "2027-01-15");
        String inTime = course("2026-11-30", "2027-01-15");
        String before = provider;
        newProvider();
        assertThat(lines("")).isEmpty();
        jdbc.update(
                "update course_view set scheduled_on = '2026-11-15' where course_id = ?::uuid",
                late);
        assertThat(items("koordination", "?limit=200"))
                .filteredOn(task -> task.path("providerId").asString().equals(before))
                .extracting(WorklistTest::line)
                .containsExactly("CONFIRM_PLACES 2026-11-22 " + late);
        assertThat(get("koordination", "/api/worklist?limit=200").text()).doesNotContain(inTime);
        jdbc.update(
                "update course_view set scheduled_on = '2026-11-23' where course_id = ?::uuid",
                late);
        assertThat(get("jobcenter-stadt", "/api/worklist").code()).isEqualTo("RIGHT_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?kind=NOTHING",
                "?kind=CONFIRM_PLACES%27--",
                "?dueBefore=2026-02-29",
                "?dueBefore=2026-12-01Z",
                "?limit=0",
                "?cursor=abc"
            })
    void what_is_no_filter_is_refused(String query) {
        assertThat(get(provider, "/api/worklist" + query).status()).isEqualTo(400);
    }

    private String course(String begins, String ends) {
        FrontDoor.Reply reply =
                as(provider)
                        .post(
                                "/api/courses",
                                SampleBodies.course(
                                        Map.of(
                                                "providerId",
                                                provider,
                                                "courseType",
                                                "LOW_LITERACY",
                                                "places",
                                                10,
                                                "sections",
                                                List.of(
                                                        Map.of(
                                                                "number", 1, "begins", begins,
                                                                "ends", ends)),
                                                "interruptions",
                                                List.of())));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("courseId").asString();
    }

    private void change(String course, String command, String json) {
        FrontDoor.Reply reply = as(provider).post("/api/courses/" + course + "/" + command, json);
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    private List<String> paged(int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(provider, "/api/worklist?limit=" + limit + cursor).json();
            page.path("items").valueStream().map(WorklistTest::line).forEach(all::add);
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    private List<String> lines(String query) {
        return items(provider, query).stream().map(WorklistTest::line).toList();
    }

    private List<JsonNode> items(String body, String query) {
        FrontDoor.Reply reply = get(body, "/api/worklist" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private static String line(JsonNode task) {
        return "%s %s %s"
                .formatted(
                        task.path("kind").asString(),
                        task.path("dueOn").asString(),
                        task.path("courseId").asString());
    }
}
