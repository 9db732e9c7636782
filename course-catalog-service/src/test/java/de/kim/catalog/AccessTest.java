package de.kim.catalog;

import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets what: docs/access/course-catalog-service.md. */
class AccessTest extends RunningCatalog {
    private static final String PLACES = "{\"places\": 3}";
    private static final String CONTACT = "{\"phone\": \"+49 541 000-0\"}";

    @Autowired private ApplicationContext context;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        String provider = SampleBodies.provider("traeger-01", Map.of());
        post("/api/providers", provider);
        String course = SampleBodies.course(Map.of());
        new AccessTable("course-catalog-service", context, port())
                .call("GET /api/providers", () -> Call.list("/api/providers", "traeger-01"))
                .call("POST /api/providers", () -> Call.post("/api/providers", provider))
                .call(
                        "POST /api/providers/{id}/admission-end",
                        () ->
                                Call.post(
                                        "/api/providers/" + admitted() + "/admission-end",
                                        "{\"endedOn\": \"2026-11-02\", \"reason\": \"RETURNED\"}"))
                .call(
                        "POST /api/providers/{id}/contact",
                        () -> Call.post("/api/providers/traeger-01/contact", CONTACT))
                .call("GET /api/worklist", () -> Call.list("/api/worklist", course()))
                .call("GET /api/courses", () -> Call.list("/api/courses", course()))
                .call("GET /api/courses/{id}", () -> Call.get("/api/courses/" + course()))
                .call(
                        "GET /api/free-places",
                        () -> Call.list("/api/free-places?full=true&until=2027-06-30", course()))
                .call(
                        "GET /api/free-places.{form}",
                        () ->
                                Call.list(
                                        "/api/free-places.csv?full=true&until=2027-06-30",
                                        course()))
                .call("POST /api/courses", () -> Call.post("/api/courses", course))
                .call("POST /api/courses/{id}/places", () -> Call.post(path("/places"), PLACES))
                .call(
                        "POST /api/courses/{id}/places-confirmation",
                        () -> Call.post(path("/places-confirmation"), PLACES))
                .call("POST /api/courses/{id}/contact", () -> Call.post(path("/contact"), CONTACT))
                .call(
                        "POST /api/courses/{id}/help-languages",
                        () -> Call.post(path("/help-languages"), "{\"helpLanguages\": [\"uk\"]}"))
                .call(
                        "POST /api/courses/{id}/reschedule",
                        () ->
                                Call.post(
                                        path("/reschedule"),
                                        SampleBodies.plan("2027-03-01", "2027-04-01")))
                .call("POST /api/courses/{id}/start", () -> Call.post(path("/start"), start()))
                .call(
                        "POST /api/courses/{id}/cancellation",
                        () -> Call.post(path("/cancellation"), "{\"reason\": \"NO_ROOM\"}"))
                .call(
                        "POST /api/courses/{id}/completion",
                        () -> Call.post(started() + "/completion", completion()))
                .check();
    }

    /** A new one of traeger-01. */
    private String course() {
        return post("/api/courses", SampleBodies.course(Map.of()))
                .json()
                .path("courseId")
                .asString();
    }

    private String path(String command) {
        return "/api/courses/" + course() + command;
    }

    private String started() {
        String path = path("");
        post(path + "/start", start());
        return path;
    }

    private String admitted() {
        String id = "traeger-" + UUID.randomUUID();
        post("/api/providers", SampleBodies.provider(id, Map.of()));
        return id;
    }

    private static String start() {
        return "{\"startedOn\": \"2026-11-02\", \"started\": [], \"missing\": []}";
    }

    private static String completion() {
        return "{\"completedOn\": \"2026-11-03\"}";
    }
}
