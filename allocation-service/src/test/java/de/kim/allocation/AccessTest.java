package de.kim.allocation;

import de.kim.kit.access.Role;
import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Who gets what: docs/access/allocation-service.md. People of jobcenter-stadt, courses of
 * traeger-01.
 */
class AccessTest extends AllocationTestBase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String ACCEPTED = "{\"answeredBy\":\"PERSON\"}";
    private static final String DECLINED = "{\"answeredBy\":\"PERSON\",\"reason\":\"TOO_FAR\"}";

    @Autowired private ApplicationContext context;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        new AccessTable("allocation-service", context, port)
                .owner(Role.REFERRER, "jobcenter-stadt")
                .owner(Role.PROVIDER, Neighbours.PROVIDER)
                .call("GET /api/waiting-list", () -> list("/api/waiting-list", waiting()))
                .call(
                        "GET /api/waiting-list/{referralId}",
                        () -> Call.get("/api/waiting-list/" + waiting()))
                .call(
                        "GET /api/waiting-list/{referralId}/prospects",
                        () -> Call.get("/api/waiting-list/" + waiting() + "/prospects"))
                .call(
                        "POST /api/waiting-list/{referralId}/provider-change",
                        () ->
                                Call.post(
                                        "/api/waiting-list/" + placed() + "/provider-change",
                                        "{\"reason\":\"MOVED\"}"))
                .call(
                        "GET /api/decisions/{referralId}",
                        () -> Call.get("/api/decisions/" + offered()))
                .call(
                        "GET /api/clocks",
                        () -> list("/api/clocks?kind=SIX_WEEKS&limit=200", clock()))
                .call(
                        "GET /api/clocks/places",
                        () -> list("/api/clocks/places?limit=200", neighbours.schedule(1)))
                .call("GET /api/offers", () -> list("/api/offers?state=OPEN", offer()))
                .call("GET /api/offers/{offerId}", () -> Call.get("/api/offers/" + offer()))
                .call(
                        "POST /api/offers/{offerId}/reached",
                        () -> Call.post("/api/offers/" + offer() + "/reached", "{}"))
                .call(
                        "POST /api/offers/{offerId}/acceptance",
                        () -> Call.post("/api/offers/" + offer() + "/acceptance", ACCEPTED))
                .call(
                        "POST /api/offers/{offerId}/decline",
                        () -> Call.post("/api/offers/" + offer() + "/decline", DECLINED))
                .call("GET /api/rounds", () -> Call.get("/api/rounds"))
                .call("GET /api/rounds/{roundId}", () -> Call.get("/api/rounds/" + round()))
                .call(
                        "GET /api/rounds/{roundId}/input",
                        () -> Call.get("/api/rounds/" + round() + "/input"))
                .call(
                        "GET /api/rounds/{roundId}/outcome",
                        () -> Call.get("/api/rounds/" + round() + "/outcome"))
                .call(
                        "GET /api/rounds/{roundId}/statement",
                        () -> Call.get("/api/rounds/" + round() + "/statement"))
                .call("POST /api/rounds", () -> Call.post("/api/rounds", "{}"))
                .call("POST /api/rounds/dry-run", () -> Call.post("/api/rounds/dry-run", "{}"))
                .call("GET /api/overrides", () -> Call.get("/api/overrides"))
                .call("GET /api/overrides/counts", () -> Call.get("/api/overrides/counts"))
                .call(
                        "POST /api/overrides",
                        () ->
                                Call.post(
                                        "/api/overrides",
                                        OverridesTest.json(waiting(), neighbours.schedule(1))))
                .call(
                        "POST /api/overrides/{overrideId}/approval",
                        () ->
                                Call.post(
                                        "/api/overrides/" + UNKNOWN + "/approval",
                                        OverridesTest.APPROVAL))
                .call(
                        "POST /api/overrides/{overrideId}/withdrawal",
                        () -> Call.post("/api/overrides/" + UNKNOWN + "/withdrawal", "{}"))
                .call("GET /api/thin-courses", this::thinCourse)
                .call(
                        "POST /api/counterfactuals",
                        () -> Call.post("/api/counterfactuals", "{\"version\":999}"))
                .call(
                        "GET /api/counterfactuals/{counterfactualId}",
                        () -> Call.get("/api/counterfactuals/" + UNKNOWN))
                .call(
                        "POST /api/counterfactuals/{counterfactualId}/cancellation",
                        () -> Call.post("/api/counterfactuals/" + UNKNOWN + "/cancellation", "{}"))
                .call("GET /api/rulebooks", () -> Call.get("/api/rulebooks"))
                .call("GET /api/rulebooks/{version}", () -> Call.get("/api/rulebooks/1"))
                .call(
                        "GET /api/rulebooks/{version}/changes",
                        () -> Call.get("/api/rulebooks/1/changes"))
                .call("GET /api/rulebooks/drafts", () -> Call.get("/api/rulebooks/drafts"))
                .call(
                        "POST /api/rulebooks/drafts",
                        () -> Call.post("/api/rulebooks/drafts", RulebooksTest.proposal()))
                .call(
                        "POST /api/rulebooks/drafts/{draftId}/approval",
                        () -> Call.post("/api/rulebooks/drafts/" + UNKNOWN + "/approval", "{}"))
                .call(
                        "GET /api/courses/{courseId}/places",
                        () -> Call.get("/api/courses/" + neighbours.schedule(1) + "/places"))
                .check();
    }

    private static Call list(String path, UUID shown) {
        return Call.list(path, shown.toString());
    }

    private Call thinCourse() {
        UUID courseId = neighbours.schedule(1);
        ThinCoursesTest.waiting(neighbours);
        return Call.list("/api/thin-courses?days=60", courseId.toString());
    }

    private UUID waiting() {
        return neighbours.refer(DAY);
    }

    /** The most urgent of all, so that it stands on the first page. */
    private UUID clock() {
        return neighbours.refer(LocalDate.of(2020, 1, 1));
    }

    private UUID offered() {
        // a place for everybody who waits
        neighbours.schedule(25);
        UUID referralId = waiting();
        round();
        return referralId;
    }

    private UUID placed() {
        UUID referralId = offered();
        answer(openOffer(referralId), "acceptance", ACCEPTED);
        return referralId;
    }

    private UUID offer() {
        return openOffer(offered());
    }

    private String round() {
        return holdRound().json().path("roundId").asString();
    }
}
