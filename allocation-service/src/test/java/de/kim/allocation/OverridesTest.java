package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.allocation.write.OfferPlace;
import de.kim.events.RoundKind;
import de.kim.kit.access.Role;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestToken;
import de.kim.kit.web.BadInput;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A place out of turn is proposed by one person, approved by another, and given by a round. */
class OverridesTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);
    private static final String DECLINED =
            "{\"answeredBy\":\"COUNSELLOR\",\"reason\":\"TIMES_DO_NOT_SUIT\"}";

    private static final String FIRST_WORDS = "Zweimal abgesagt, ohne Schuld.";
    private static final String SECOND_WORDS = "Die Unterlagen liegen vor.";

    /** One that is taken. */
    static final String APPROVAL = "{\"reason\":\"" + SECOND_WORDS + "\"}";

    @Autowired private CommandBus commandBus;

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
        jdbc.sql("update hardship_override set round_id = override_id where round_id is null")
                .update();
    }

    @Test
    void the_next_round_gives_the_place_out_of_turn_and_says_whose_result_differs() {
        UUID courseId = neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID hardship = neighbours.refer(LATE);

        Reply proposal = propose(hardship, courseId);
        assertThat(proposal.status()).as(proposal.text()).isEqualTo(201);
        assertThat(proposal.json().path("displaced").get(0).asString()).isEqualTo(first.toString());
        String id = proposal.json().path("overrideId").asString();
        assertThat(listed(id).path("state").asString()).isEqualTo("PROPOSED");
        assertThat(approve(second, id).status()).isEqualTo(200);
        assertThat(listed(id).path("state").asString()).isEqualTo("APPROVED");
        JsonNode tried = door.post("/api/rounds/dry-run", "{}").json();
        assertThat(tried.path("places").get(0).path("referralId").asString())
                .isEqualTo(hardship.toString());

        JsonNode round = holdRound().json();

        assertThat(round.path("passed").asBoolean()).isTrue();
        assertThat(state(hardship)).isEqualTo("OFFERED");
        assertThat(state(first)).isEqualTo("WAITING");
        JsonNode given = listed(id);
        assertThat(given.path("state").asString()).isEqualTo("GIVEN");
        assertThat(given.path("displaced").asInt()).isEqualTo(1);
        assertThat(given.path("roundId")).isEqualTo(round.path("roundId"));
        assertThat(granted(hardship))
                .contains("SPECIAL_HARDSHIP", "koordination", first.toString())
                .doesNotContain("koordination-2");
        assertThat(door.get("/api/rounds/" + round.path("roundId").asString()).text())
                .contains("fixed-places");
        JsonNode reason = door.get("/api/decisions/" + hardship).json().path("reasons").get(0);
        assertThat(reason.path("english").asString()).contains("hardship");
        assertThat(holdRound().json().path("passed").asBoolean()).isTrue();
        assertThat(stored("PlacementHistory.Granted", hardship)).isEqualTo(1);
    }

    @Test
    void whoever_proposes_does_not_approve_and_nothing_is_given() {
        UUID courseId = neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID hardship = neighbours.refer(LATE);
        String id = proposed(hardship, courseId);

        Reply refusal = approve(door, id);

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("FOUR_EYES");
        holdRound();
        assertThat(state(first)).isEqualTo("OFFERED");
        assertThat(state(hardship)).isEqualTo("WAITING");
    }

    @Test
    void it_takes_no_place_that_somebody_holds_and_waits_for_one_that_is_free() {
        UUID courseId = neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID hardship = neighbours.refer(LATE);
        String id = proposed(hardship, courseId);
        holdRound();
        assertThat(propose(hardship, courseId).code()).isEqualTo("OVERRIDE_WITHOUT_PLACE");
        approve(second, id);

        holdRound();

        assertThat(state(first)).isEqualTo("OFFERED");
        assertThat(state(hardship)).isEqualTo("WAITING");
        assertThat(listed(id).path("waitsFor").asString()).isEqualTo("OVERRIDE_WITHOUT_PLACE");

        answer(openOffer(first), "decline", DECLINED);
        UUID longer = neighbours.refer(EARLY);
        rounds.refill();

        assertThat(state(hardship)).isEqualTo("OFFERED");
        assertThat(state(longer)).isEqualTo("WAITING");
        assertThat(listed(id).path("state").asString()).isEqualTo("GIVEN");
        assertThat(listed(id).path("waitsFor").asString("")).isEmpty();
    }

    @Test
    void what_is_given_up_before_a_round_is_not_given() {
        UUID courseId = neighbours.schedule(1);
        UUID hardship = neighbours.refer(LATE);
        UUID first = neighbours.refer(EARLY);
        String id = proposed(hardship, courseId);
        approve(second, id);

        assertThat(withdraw(id).status()).isEqualTo(204);
        assertThat(withdraw(id).status()).isEqualTo(204);
        holdRound();

        assertThat(state(first)).isEqualTo("OFFERED");
        assertThat(state(hardship)).isEqualTo("WAITING");
        assertThat(listed(id).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdraw(UUID.randomUUID().toString()).code()).isEqualTo("OVERRIDE_NOT_FOUND");
    }

    @Test
    void what_the_law_requires_is_not_set_aside() {
        UUID notAdmitted = neighbours.schedule("traeger-" + UUID.randomUUID(), 1);
        UUID hardship = neighbours.refer(EARLY);
        Reply refusal = propose(hardship, notAdmitted);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.code()).isEqualTo("OVERRIDE_AGAINST_LAW");
    }

    @Test
    void strangers_are_refused() {
        UUID courseId = neighbours.schedule(1);
        UUID hardship = neighbours.refer(EARLY);
        assertThat(propose(UUID.randomUUID(), courseId).code()).isEqualTo("OVERRIDE_UNKNOWN");
        assertThat(propose(hardship, UUID.randomUUID()).code()).isEqualTo("OVERRIDE_UNKNOWN");
        assertThat(approve(second, UUID.randomUUID().toString()).code())
                .isEqualTo("OVERRIDE_NOT_FOUND");
        String id = proposed(hardship, courseId);
        approve(second, id);
        assertThat(approve(second, id).code()).isEqualTo("OVERRIDE_NOT_FOUND");
    }

    @Test
    void a_round_interrupted_before_its_offers_gives_the_place_once() {
        UUID courseId = neighbours.schedule(1);
        UUID hardship = neighbours.refer(LATE);
        neighbours.refer(EARLY);
        approve(second, proposed(hardship, courseId));
        var deadly =
                commandBus.registerDispatchInterceptor(
                        messages ->
                                (i, message) -> {
                                    if (message.getPayload() instanceof OfferPlace) {
                                        throw new IllegalStateException("the power is cut");
                                    }
                                    return message;
                                });
        try {
            assertThatThrownBy(() -> rounds.holdNow(RoundKind.ON_COMMAND, Map.of()))
                    .hasMessage("the power is cut");
        } finally {
            deadly.cancel();
        }

        rounds.finishInterrupted();
        rounds.finishInterrupted();

        assertThat(state(hardship)).isEqualTo("OFFERED");
        assertThat(stored("PlacementHistory.Granted", hardship)).isEqualTo(1);
        assertThat(stored("PlacementHistory.Offered", hardship)).isEqualTo(1);
    }

    @Test
    void they_are_counted_by_body_and_by_provider() {
        UUID courseId = neighbours.schedule(1);
        JsonNode before = count("byBody", "jobcenter-stadt");
        approve(second, proposed(neighbours.refer(EARLY), courseId));
        holdRound();

        JsonNode body = count("byBody", "jobcenter-stadt");
        assertThat(body.path("given").asInt()).isEqualTo(before.path("given").asInt() + 1);
        assertThat(body.path("proposed").asInt()).isEqualTo(before.path("proposed").asInt() + 1);
        assertThat(count("byProvider", Neighbours.PROVIDER).path("given").asInt()).isPositive();
    }

    @Test
    void both_say_why_in_words_and_no_event_does() {
        UUID courseId = neighbours.schedule(1);
        UUID hardship = neighbours.refer(EARLY);
        String id = proposed(hardship, courseId);
        assertThat(listed(id).path("reason").asString()).isEqualTo(FIRST_WORDS);
        assertThat(second.post("/api/overrides/" + id + "/approval", "{}").status()).isEqualTo(400);
        approve(second, id);
        assertThat(listed(id).path("secondReason").asString()).isEqualTo(SECOND_WORDS);
        holdRound();
        assertThat(granted(hardship)).doesNotContain(FIRST_WORDS, SECOND_WORDS);
        assertThat(listed(id).path("reason").asString()).isEqualTo(FIRST_WORDS);
    }

    @Test
    void with_the_person_the_words_are_erased_and_none_come_after() {
        UUID courseId = neighbours.schedule(2);
        UUID hardship = neighbours.refer(EARLY);
        String approved = proposed(hardship, courseId);
        String open = proposed(hardship, courseId);
        approve(second, approved);

        root.run(() -> inbox.profileErased(hardship));

        approve(second, open);
        for (String id : new String[] {approved, open}) {
            assertThat(listed(id).path("reason").asString("")).isEmpty();
            assertThat(listed(id).path("secondReason").asString("")).isEmpty();
            assertThat(listed(id).path("condition").asString()).isEqualTo("SPECIAL_HARDSHIP");
        }
        assertThat(
                        jdbc.sql("select count(*) from override_reason where referral_id = ?")
                                .param(hardship)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void bad_proposals_are_refused_and_store_nothing() {
        UUID courseId = neighbours.schedule(20);
        UUID hardship = neighbours.refer(EARLY);
        BadInput.against(door, "/api/overrides", json(hardship, courseId))
                .stored(
                        () ->
                                jdbc.sql("select count(*) from hardship_override")
                                        .query(Long.class)
                                        .single())
                .check();
    }

    private String granted(UUID referralId) {
        return jdbc.sql(
                        """
                        select convert_from(payload, 'UTF8') from event
                        where aggregate_id = ? and type = 'PlacementHistory.Granted'
                        """)
                .param(referralId.toString())
                .query(String.class)
                .single();
    }

    private JsonNode count(String by, String code) {
        return door.get("/api/overrides/counts")
                .json()
                .path(by)
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseGet(() -> door.get("/api/overrides/counts").json().path("none"));
    }

    private JsonNode listed(String id) {
        return door.get("/api/overrides?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("overrideId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String proposed(UUID referralId, UUID courseId) {
        Reply reply = propose(referralId, courseId);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("overrideId").asString();
    }

    private Reply propose(UUID referralId, UUID courseId) {
        return door.post("/api/overrides", json(referralId, courseId));
    }

    /** One that is taken. */
    static String json(UUID referralId, UUID courseId) {
        return """
                {"referralId":"%s","courseId":"%s","section":1,"condition":"SPECIAL_HARDSHIP",
                 "reason":"%s"}"""
                .formatted(referralId, courseId, FIRST_WORDS);
    }

    private Reply withdraw(String id) {
        return door.post("/api/overrides/" + id + "/withdrawal", "{}");
    }

    private static Reply approve(FrontDoor who, String id) {
        return who.post("/api/overrides/" + id + "/approval", APPROVAL);
    }
}
