package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rounds that were held, under other rules. */
class CounterfactualTest extends AllocationTestBase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void the_same_rules_change_nothing_and_rules_without_courses_give_nothing() {
        neighbours.schedule(1);
        neighbours.refer(DAY);
        String round = door.post("/api/rounds", "{}").json().path("roundId").asString();
        int inForce = of(round, ended(begin("{\"version\":1}"))).path("rulebook").asInt();

        JsonNode same = ended(begin("{\"version\":" + inForce + "}"));
        assertThat(same.path("state").asString()).isEqualTo("DONE");
        assertThat(same.path("held").asInt()).isPositive();
        assertThat(of(round, same).path("changed")).isEmpty();
        assertThat(of(round, same).at("/then/places").asInt(-1)).isPositive();

        JsonNode none = ended(begin("{\"rulebook\":" + withoutGeneralCourses() + "}"));
        assertThat(of(round, none).at("/changed/0/effect").asString("")).isEqualTo("LOST");
        assertThat(of(round, none).at("/otherwise/places").asInt(-1)).isZero();
        assertThat(none.path("rulebook").asInt(-1)).isZero();
    }

    @Test
    void it_is_of_the_body_that_asked_and_can_be_cancelled() {
        JsonNode begun = begin("{\"version\":1}");
        String path = "/api/counterfactuals/" + begun.path("counterfactualId").asString();
        FrontDoor other = FrontDoor.of(port, "koordination-2", Role.COORDINATOR);
        assertThat(other.get(path).code()).isEqualTo("COUNTERFACTUAL_NOT_FOUND");
        assertThat(other.post(path + "/cancellation", "{}").code())
                .isEqualTo("COUNTERFACTUAL_NOT_FOUND");
        assertThat(door.post(path + "/cancellation", "{}").json().path("state").asString())
                .isIn("CANCELLED", "DONE");
        assertThat(door.get(path).json().path("state").asString()).isIn("CANCELLED", "DONE");
        assertThat(door.get("/api/counterfactuals/" + UUID.randomUUID()).code())
                .isEqualTo("COUNTERFACTUAL_NOT_FOUND");
    }

    @Test
    void rules_that_are_none_are_refused() {
        assertThat(post("{\"version\":999}").code()).isEqualTo("RULEBOOK_NOT_FOUND");
        assertThat(post("{}").code()).isEqualTo("INVALID_INPUT");
        ObjectNode rules = withoutGeneralCourses();
        rules.putArray("courseTypes");
        assertThat(post("{\"rulebook\":" + rules + "}").code()).isEqualTo("RULEBOOK_INCOMPLETE");
        assertThat(post("{\"version\":1,\"rulebook\":" + rules + "}").code())
                .isEqualTo("INVALID_INPUT");
    }

    private static JsonNode of(String round, JsonNode counterfactual) {
        return counterfactual
                .path("effects")
                .valueStream()
                .filter(effect -> effect.path("roundId").asString("").equals(round))
                .findFirst()
                .orElseThrow();
    }

    private Reply post(String json) {
        return door.post("/api/counterfactuals", json);
    }

    private JsonNode begin(String json) {
        Reply reply = post(json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.header("Location"))
                .endsWith(reply.json().path("counterfactualId").asString());
        return reply.json();
    }

    private JsonNode ended(JsonNode begun) {
        String path = "/api/counterfactuals/" + begun.path("counterfactualId").asString();
        await().until(() -> door.get(path).json().hasNonNull("effects"));
        return door.get(path).json();
    }

    /** The rules in force, but general courses have ended. */
    private ObjectNode withoutGeneralCourses() {
        ObjectNode rules =
                ((ObjectNode) door.get("/api/rulebooks/1").json().path("rulebook")).deepCopy();
        rules.remove("version");
        rules.path("courseTypes")
                .forEach(
                        rule -> {
                            if (rule.path("type").asString().equals("GENERAL")) {
                                ((ObjectNode) rule).put("begunBefore", "2025-05-01");
                            }
                        });
        return rules;
    }
}
