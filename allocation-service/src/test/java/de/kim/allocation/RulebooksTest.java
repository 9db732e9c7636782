package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Rulebook;
import de.kim.kit.access.Role;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestToken;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import de.kim.rules.Rulebooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules are proposed by one person, approved by another, and decide from their day on. */
class RulebooksTest extends AllocationTestBase {
    private static final JsonMapper JSON = JsonMapper.shared();

    private FrontDoor second;

    @BeforeEach
    void secondPerson() {
        second =
                FrontDoor.withToken(
                        port,
                        new TestToken(TestIssuer.usual())
                                .of("koordination", Role.COORDINATOR)
                                .with("sub", "koordination-2")
                                .signed());
    }

    @Test
    void approved_rules_decide_from_their_day_on_and_old_decisions_keep_their_version() {
        // no other test comes so far
        Instant from = HandClock.MONDAY.plus(Duration.ofDays(1000));
        String draft = proposed(content(), from);
        assertThat(door.get("/api/rulebooks/drafts").text()).contains(draft, "radiusKm", "\"40\"");

        Reply approval = approve(second, draft);
        assertThat(approval.status()).as(approval.text()).isEqualTo(201);
        int version = approval.json().path("version").asInt();

        String before = holdRound().json().path("roundId").asString();
        clock.set(from);
        String after = holdRound().json().path("roundId").asString();
        assertThat(rulebookOf(before)).isEqualTo(1);
        assertThat(rulebookOf(after)).isEqualTo(version);
        assertThat(door.get("/api/rulebooks/" + version).json().path("inForce").asBoolean())
                .isTrue();
        assertThat(door.get("/api/rulebooks/1").json().path("effectiveUntil").asString())
                .isEqualTo(from.toString());
        assertThat(door.get("/api/rulebooks/" + version + "/changes").text())
                .contains("{\"rule\":\"radiusKm\",\"before\":\"25\",\"after\":\"40\"}");
        assertThat(approve(second, draft).code()).isEqualTo("RULEBOOK_DRAFT_NOT_FOUND");
    }

    @Test
    void the_one_who_proposes_does_not_approve() {
        String draft = proposed(content(), HandClock.MONDAY.plus(Duration.ofDays(2)));
        String versions = door.get("/api/rulebooks").text();

        Reply refusal = approve(door, draft);

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("FOUR_EYES");
        assertThat(door.get("/api/rulebooks").text()).isEqualTo(versions);
        assertThat(door.get("/api/rulebooks/drafts").text()).contains(draft);
    }

    @Test
    void nobody_is_surprised_by_new_rules() {
        Instant early = HandClock.MONDAY.plus(Duration.ofHours(23));
        assertThat(propose(content(), early).code()).isEqualTo("RULEBOOK_TOO_SOON");

        String draft = proposed(content(), HandClock.MONDAY.plus(Duration.ofHours(30)));
        clock.set(HandClock.MONDAY.plus(Duration.ofHours(7)));
        assertThat(approve(second, draft).code()).isEqualTo("RULEBOOK_TOO_SOON");
    }

    @Test
    void rules_that_could_not_decide_a_round_are_refused() {
        Instant from = HandClock.MONDAY.plus(Duration.ofDays(2));
        ObjectNode incomplete = content();
        ((ArrayNode) incomplete.path("courseTypes")).remove(0);
        ObjectNode contradictory = content();
        ((ObjectNode) contradictory.path("courseTypes").path(0)).put("minGroup", 26);
        ObjectNode unknown = content().put("algorithmVersion", 99);

        assertThat(propose(incomplete, from).code()).isEqualTo("RULEBOOK_INCOMPLETE");
        assertThat(propose(contradictory, from).code()).isEqualTo("RULEBOOK_CONTRADICTORY");
        assertThat(propose(unknown, from).code()).isEqualTo("RULEBOOK_CONTRADICTORY");
        assertThat(propose(content().put("radiusKm", 0), from).code()).isEqualTo("INVALID_INPUT");
        assertThat(propose(content().put("radius", 7), from).status()).isEqualTo(400);
        assertThat(approve(second, UUID.randomUUID().toString()).code())
                .isEqualTo("RULEBOOK_DRAFT_NOT_FOUND");
        assertThat(door.get("/api/rulebooks/7").code()).isEqualTo("RULEBOOK_NOT_FOUND");
    }

    private int rulebookOf(String roundId) {
        return door.get("/api/rounds/" + roundId).json().path("rulebookVersion").asInt();
    }

    private String proposed(ObjectNode content, Instant from) {
        Reply reply = propose(content, from);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("draftId").asString();
    }

    private Reply propose(ObjectNode content, Instant from) {
        return door.post("/api/rulebooks/drafts", proposal(content, from));
    }

    /** One that is taken. */
    static String proposal() {
        return proposal(content(), HandClock.MONDAY.plus(Duration.ofDays(300)));
    }

    private static String proposal(ObjectNode content, Instant from) {
        return JSON.writeValueAsString(
                Map.of(
                        "rulebook",
                        content,
                        "effectiveFrom",
                        from.toString(),
                        "reason",
                        "agreed at the KIM-Runde"));
    }

    private static Reply approve(FrontDoor who, String draft) {
        return who.post("/api/rulebooks/drafts/" + draft + "/approval", "{}");
    }

    /** The first rules with a wider radius. */
    private static ObjectNode content() {
        Rulebook first = Rulebooks.FIRST;
        ObjectNode content = JSON.valueToTree(first);
        content.remove("version");
        return content.put("radiusKm", 40);
    }
}
