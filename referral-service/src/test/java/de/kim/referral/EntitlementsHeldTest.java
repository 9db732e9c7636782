package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.EntitlementAdded;
import de.kim.events.EntitlementEnd;
import de.kim.events.EntitlementEnded;
import de.kim.events.Envelope;
import de.kim.events.LegalBasis;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.Topic;
import de.kim.kit.web.FrontDoor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several entitlements of one person, by the front door; it is Monday, 23 November 2026. */
class EntitlementsHeldTest extends RunningReferrals {
    private static final String OTHER_BODY = "massarbeit";
    private static final String PLAN =
            """
            {"legalBasis": "COOPERATION_PLAN_5A", "entitledOn": "2026-11-20",
             "lapsesOn": "2026-12-18"}
            """;

    private String desk = "";

    @BeforeEach
    void newDesk() {
        desk = "desk-" + UUID.randomUUID();
    }

    @Test
    void a_second_basis_is_shown_and_said_and_ends_with_its_reason() {
        String id = referred(desk, Map.of());
        String plan = added(id, PLAN);
        assertThat(plan).isNotEqualTo(id);
        assertThat(shown(id))
                .containsExactly(
                        id + " OBLIGED_JOBCENTER 2026-01-15 - - -",
                        plan + " COOPERATION_PLAN_5A 2026-11-20 2026-12-18 - -");
        eventually(
                () ->
                        assertThat(said(id, EntitlementAdded.class))
                                .containsExactly(
                                        new EntitlementAdded(
                                                UUID.fromString(id),
                                                LegalBasis.COOPERATION_PLAN_5A,
                                                desk,
                                                LocalDate.of(2026, 11, 20),
                                                LocalDate.of(2026, 12, 18))));

        assertThat(end(id, id, "REVOKED").status()).isEqualTo(204);
        assertThat(shown(id).getFirst())
                .isEqualTo(id + " OBLIGED_JOBCENTER 2026-01-15 - 2026-11-23 REVOKED");
        eventually(
                () ->
                        assertThat(said(id, EntitlementEnded.class))
                                .containsExactly(
                                        new EntitlementEnded(
                                                UUID.fromString(id),
                                                LegalBasis.OBLIGED_JOBCENTER,
                                                LocalDate.of(2026, 11, 23),
                                                EntitlementEnd.REVOKED,
                                                false)));
    }

    @Test
    void what_lasts_longest_says_until_when_there_is_time() {
        String id = referred(desk, Map.of("lapsesOn", "2026-12-01"));
        assertThat(tasks()).contains("SECURE_ENTITLEMENT 2026-12-01");
        String plan = added(id, PLAN);
        assertThat(tasks()).contains("SECURE_ENTITLEMENT 2026-12-18");
        end(id, plan, "WITHDRAWN");
        assertThat(tasks()).contains("SECURE_ENTITLEMENT 2026-12-01");
        added(id, "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-11-20\"}");
        assertThat(tasks()).containsExactly("ARRANGE_TEST 2026-12-07");
    }

    @Test
    void when_the_last_one_ends_there_is_to_be_another_or_no_referral() {
        String id = referred(desk, Map.of());
        end(id, id, "REVOKED");
        assertThat(tasks()).contains("REPLACE_ENTITLEMENT 2026-11-30");
        added(id, PLAN);
        assertThat(tasks()).noneMatch(task -> task.startsWith("REPLACE_ENTITLEMENT"));
        end(id, added(id, PLAN), "REVOKED");
        as(desk).post("/api/referrals/" + id + "/withdrawal", "{\"reason\": \"OTHER\"}");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_with_its_code() {
        String id = referred(desk, Map.of());
        assertThat(end(id, id, "ATTENDED").code()).isEqualTo("INVALID_INPUT");
        assertThat(end(id, id, "LAPSED").code()).isEqualTo("ENTITLEMENT_NOT_LAPSED");
        assertThat(end(id, UUID.randomUUID().toString(), "REVOKED").code())
                .isEqualTo("ENTITLEMENT_NOT_FOUND");
        assertThat(
                        add(
                                        id,
                                        "{\"legalBasis\": \"ADMITTED_44_4\", \"entitledOn\":"
                                                + " \"2026-02-09\"}")
                                .code())
                .isEqualTo("LEGAL_BASIS_CLOSED");
        String young = referred(desk, Map.of("birthDate", "2009-01-01"));
        assertThat(
                        add(
                                        young,
                                        "{\"legalBasis\": \"OBLIGED_ASYLBLG\", \"entitledOn\":"
                                                + " \"2026-11-20\"}")
                                .code())
                .isEqualTo("TOO_YOUNG");
        as(desk).post("/api/referrals/" + id + "/erasure", "{}");
        assertThat(add(id, PLAN).code()).isEqualTo("PERSON_ERASED");
        newDesk();
        assertThat(add(id, PLAN).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(end(id, id, "REVOKED").code()).isEqualTo("REFERRAL_NOT_FOUND");
    }

    @Test
    void two_authorities_are_told_of_the_place_and_not_of_each_other() {
        Map<String, String> person =
                Map.of(
                        "surname", "Zweifach-" + UUID.randomUUID(),
                        "firstName", "Sample Anna",
                        "birthDate", "1984-07-23");
        String first = referred(desk, person);
        String second = referred(OTHER_BODY, person);
        added(first, PLAN);
        UUID course = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        LocalDate starts = LocalDate.of(2027, 2, 1);
        UUID standing = UUID.fromString(first);
        WIRE.say(
                "allocation-service",
                1,
                new PlaceOffered(
                        standing,
                        offer,
                        course,
                        course,
                        1,
                        starts,
                        Instant.parse("2026-11-30T22:59:00Z")));
        WIRE.say(
                "allocation-service",
                2,
                new PlaceAccepted(standing, offer, course, 1, starts, AnsweredBy.PERSON, false));
        for (String body : List.of(desk, OTHER_BODY)) {
            String id = body.equals(desk) ? first : second;
            eventually(
                    () ->
                            assertThat(view(body, id).path("placeCourseId").asString(""))
                                    .isEqualTo(course.toString()));
        }
        assertThat(view(OTHER_BODY, second).path("entitlements").size()).isEqualTo(1);
        for (String path : List.of("", "/export")) {
            assertThat(get(OTHER_BODY, "/api/referrals/" + second + path).text())
                    .doesNotContain(first, desk, "COOPERATION_PLAN_5A");
            assertThat(get(desk, "/api/referrals/" + first + path).text())
                    .doesNotContain(OTHER_BODY);
        }
        assertThat(get(OTHER_BODY, "/api/worklist?limit=200").text()).doesNotContain(first, desk);
    }

    private String referred(String body, Map<String, String> changes) {
        FrontDoor.Reply reply = as(body).post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private FrontDoor.Reply add(String id, String entitlement) {
        return as(desk).post("/api/referrals/" + id + "/entitlements", entitlement);
    }

    private String added(String id, String entitlement) {
        FrontDoor.Reply reply = add(id, entitlement);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("entitlementId").asString();
    }

    private FrontDoor.Reply end(String id, String entitlement, String reason) {
        return as(desk).post(
                        "/api/referrals/" + id + "/entitlements/" + entitlement + "/end",
                        "{\"reason\": \"%s\"}".formatted(reason));
    }

    private JsonNode view(String body, String id) {
        return get(body, "/api/referrals/" + id).json();
    }

    private List<String> shown(String id) {
        return view(desk, id)
                .path("entitlements")
                .valueStream()
                .map(
                        it ->
                                "%s %s %s %s %s %s"
                                        .formatted(
                                                it.path("entitlementId").asString(),
                                                it.path("legalBasis").asString(),
                                                it.path("entitledOn").asString(),
                                                it.path("lapsesOn").asString("-"),
                                                it.path("endedOn").asString("-"),
                                                it.path("endReason").asString("-")))
                .toList();
    }

    private List<String> tasks() {
        return get(desk, "/api/worklist")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("dueOn").asString())
                .toList();
    }

    private static <E> List<E> said(String id, Class<E> type) {
        return WIRE.said(Topic.REFERRALS, id).stream()
                .map(Envelope::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
