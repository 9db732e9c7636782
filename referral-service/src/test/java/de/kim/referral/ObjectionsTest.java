package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A person objects, by the front door; it is Monday, 23 November 2026. */
class ObjectionsTest extends RunningReferrals {
    /** A body of its own for each test: nobody else's work is in its list. */
    private String desk = "";

    @BeforeEach
    void newDesk() {
        desk = "desk-" + UUID.randomUUID();
    }

    @Test
    void an_objection_is_on_the_worklist_until_it_has_its_outcome() {
        String id = referred();
        String objection = raised(id, "OFFER");
        assertThat(tasks()).contains("DECIDE_OBJECTION 2026-12-23");
        assertThat(mine("?open=true"))
                .containsExactly(objection + " " + id + " OFFER 2026-11-23  ");
        assertThat(decided(id, objection, "UPHELD", "2026-11-23").status()).isEqualTo(204);
        assertThat(tasks()).containsExactly("ARRANGE_TEST 2026-12-07");
        assertThat(mine("?open=true")).isEmpty();
        assertThat(mine(""))
                .containsExactly(objection + " " + id + " OFFER 2026-11-23 UPHELD 2026-11-23");
    }

    @Test
    void the_task_stays_while_another_objection_is_open_and_when_the_referral_is_withdrawn() {
        String id = referred();
        String first = raised(id, "NO_OFFER");
        String second = raised(id, "TEST_RESULT");
        decided(id, first, "TAKEN_BACK", "2026-11-23");
        assertThat(tasks()).contains("DECIDE_OBJECTION 2026-12-23");
        as(desk).post("/api/referrals/" + id + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        assertThat(tasks()).containsExactly("DECIDE_OBJECTION 2026-12-23");
        String third = raised(id, "WITHDRAWAL");
        decided(id, second, "REJECTED", "2026-11-23");
        decided(id, third, "REJECTED", "2026-11-23");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void an_outcome_is_said_once() {
        String id = referred();
        String objection = raised(id, "OTHER");
        assertThat(decided(id, objection, "REJECTED", "2026-11-23").status()).isEqualTo(204);
        assertThat(decided(id, objection, "REJECTED", "2026-11-23").status()).isEqualTo(204);
        assertThat(decided(id, objection, "UPHELD", "2026-11-23").code())
                .isEqualTo("OBJECTION_ALREADY_DECIDED");
        assertThat(get(desk, "/api/referrals/" + id).header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24", "2026-11-22"})
    void the_day_is_one_on_which_it_can_have_been(String day) {
        String id = referred();
        assertThat(raise(id, "OFFER", day).code()).isEqualTo("OBJECTION_DATE_OUT_OF_RANGE");
        String objection = raised(id, "OFFER");
        assertThat(decided(id, objection, "UPHELD", day).code())
                .isEqualTo("OBJECTION_DATE_OUT_OF_RANGE");
    }

    @Test
    void what_is_not_there_is_not_decided() {
        String id = referred();
        String objection = raised(id, "OFFER");
        assertThat(decided(id, UUID.randomUUID().toString(), "UPHELD", "2026-11-23").code())
                .isEqualTo("OBJECTION_NOT_FOUND");
        assertThat(decided(referred(), objection, "UPHELD", "2026-11-23").code())
                .isEqualTo("OBJECTION_NOT_FOUND");
        newDesk();
        assertThat(decided(id, objection, "UPHELD", "2026-11-23").code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(raise(id, "OFFER", "2026-11-23").code()).isEqualTo("REFERRAL_NOT_FOUND");
    }

    @Test
    void a_body_sees_its_own_and_coordination_and_audit_see_all() {
        String objection = raised(referred(), "OFFER");
        newDesk();
        assertThat(mine("")).isEmpty();
        for (String all : List.of("koordination", "revision")) {
            assertThat(get(all, "/api/objections?limit=200").text()).contains(objection);
        }
    }

    private String referred() {
        FrontDoor.Reply reply = as(desk).post("/api/referrals", SampleBodies.referral(Map.of()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private FrontDoor.Reply raise(String id, String about, String day) {
        return as(desk).post(
                        "/api/referrals/" + id + "/objections",
                        "{\"about\": \"%s\", \"raisedOn\": \"%s\"}".formatted(about, day));
    }

    private String raised(String id, String about) {
        FrontDoor.Reply reply = raise(id, about, "2026-11-23");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("objectionId").asString();
    }

    private FrontDoor.Reply decided(String id, String objection, String outcome, String day) {
        return as(desk).post(
                        "/api/referrals/" + id + "/objections/" + objection + "/outcome",
                        "{\"outcome\": \"%s\", \"decidedOn\": \"%s\"}".formatted(outcome, day));
    }

    private List<String> mine(String query) {
        return get(desk, "/api/objections" + query)
                .json()
                .path("items")
                .valueStream()
                .map(ObjectionsTest::line)
                .toList();
    }

    private static String line(JsonNode it) {
        return "%s %s %s %s %s %s"
                .formatted(
                        it.path("objectionId").asString(),
                        it.path("referralId").asString(),
                        it.path("about").asString(),
                        it.path("raisedOn").asString(),
                        it.path("outcome").asString(""),
                        it.path("decidedOn").asString(""));
    }

    private List<String> tasks() {
        return get(desk, "/api/worklist")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("dueOn").asString())
                .toList();
    }
}
