package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemsTest extends FrontDoorTest {
    @Test
    void a_good_request_is_created_with_location_and_etag() {
        FrontDoor.Reply reply = door().post("/api/visits", VISIT);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String id = reply.json().get("visitId").asString();
        assertThat(reply.header("Location")).isEqualTo("/api/visits/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        assertThat(door().get("/api/visits/" + id).json().get("surname").asString())
                .isEqualTo("Muster");
    }

    @Test
    void a_refusal_has_its_code_in_two_languages_and_leaves_nothing() {
        int before = stored();
        FrontDoor.Reply reply = door().post("/api/visits/" + UUID.randomUUID() + "/closing", "{}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("CLOSED");
        assertThat(reply.json().get("german").asString()).isEqualTo("Es ist geschlossen.");
        assertThat(reply.json().get("english").asString()).isEqualTo("It is closed.");
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:kim:problem:closed");
        assertThat(reply.json().get("correlationId").asString())
                .isEqualTo(reply.header("Correlation-Id"));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void several_invalid_fields_are_said_at_once() {
        FrontDoor.Reply reply =
                door().post(
                                "/api/visits",
                                VISIT.replace("Muster", " ")
                                        .replace("\"places\":3", "\"places\":501")
                                        .replace("\"minutes\":90", "\"minutes\":0")
                                        .replace("1990", "2200"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_INPUT");
        assertThat(reply.json().get("errors").toString())
                .contains(
                        "{\"field\":\"places\",\"code\":\"MAX\",\"german\":\"darf höchstens 500 sein\",\"english\":\"must be 500 or less\"}")
                .contains("\"surname\",\"code\":\"PLAIN_TEXT\"")
                .contains("\"birthDate\",\"code\":\"DATE_BETWEEN\"")
                .contains("\"slots[0].minutes\",\"code\":\"MIN\"");
    }

    @Test
    void all_missing_fields_are_said_at_once() {
        FrontDoor.Reply reply =
                door().post(
                                "/api/visits",
                                "{\"places\":1,\"remote\":true,\"slots\":[{\"minutes\":1}]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors"))
                .extracting(e -> e.get("field").asString() + " " + e.get("code").asString())
                .containsExactly(
                        "surname MISSING",
                        "birthDate MISSING",
                        "kind MISSING",
                        "providerId MISSING",
                        "slots[0].from MISSING");
    }

    @Test
    void a_typing_error_in_an_enum_names_what_is_allowed() {
        FrontDoor.Reply reply = door().post("/api/visits", VISIT.replace("FIRST", "FIRTS"));
        assertThat(reply.json().get("errors").toString())
                .contains("must be one of: FIRST, SECOND", "UNKNOWN_VALUE")
                .doesNotContain("FIRTS");
    }

    @Test
    void wrong_ways_in_are_told_apart() {
        FrontDoor door = door();
        assertThat(door.get("/api/visits/" + UUID.randomUUID()).code()).isEqualTo("NO_SUCH_VISIT");
        assertThat(door.get("/api/visits/no-uuid").status()).isEqualTo(404);
        assertThat(door.get("/api/nothing").code()).isEqualTo("NOT_FOUND");
        assertThat(door.post("/api/nothing", "{}").status()).isEqualTo(404);
        assertThat(door.send(door.request("/api/visits").DELETE().build()).status()).isEqualTo(405);
        assertThat(door.get("/api/visits/search?kind=FIRST").code()).isEqualTo("INVALID_PARAMETER");
        assertThat(door.get("/api/visits/search?kind=THIRD&from=2026-01-01").status())
                .isEqualTo(400);
        assertThat(door.get("/api/visits/search?kind=FIRST&from=2026-02-30").status())
                .isEqualTo(400);
        assertThat(door.get("/api/visits/search?kind=FIRST&from=2026-02-03&most=10").code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(door.get("/api/visits/search?kind=FIRST&from=2026-02-03").status())
                .isEqualTo(200);
        assertThat(door.get("/api/visits?limit=0").status()).isEqualTo(400);
        assertThat(door.get("/api/visits?limit=201").status()).isEqualTo(400);
        assertThat(door.get("/api/visits?limit%5B0%5D=1").code()).isEqualTo("INVALID_PARAMETER");
        assertThat(door.get("/api/visits?a.b=1").code()).isEqualTo("INVALID_PARAMETER");
        assertThat(door.get("/api/visits?cursor=abc").code()).isEqualTo("INVALID_CURSOR");
        assertThat(door.get("/api/visits?cursor=" + Cursor.after("offers", 1).opaque()).code())
                .isEqualTo("INVALID_CURSOR");
        assertThat(door.get("/api/visits?cursor=" + Cursor.after("visits", "x").opaque()).code())
                .isEqualTo("INVALID_CURSOR");
        assertThat(door.get("/api/visits?cursor=%00").status()).isEqualTo(400);
        assertThat(door.get("/api/visits?cursor=" + "x".repeat(1001)).status()).isEqualTo(400);
        assertThat(door.get("/api/visits?cursor=" + "x".repeat(4100)).status()).isEqualTo(414);
        assertThat(door.get("/api/" + "x".repeat(1100)).code()).isEqualTo("ADDRESS_TOO_LONG");
    }

    @Test
    void a_version_seen_is_checked() {
        String path = "/api/visits/" + UUID.randomUUID() + "/closing";
        assertThat(closing(path, "\"2\"").code()).isEqualTo("VERSION_MISMATCH");
        assertThat(closing(path, "\"2\"").status()).isEqualTo(412);
        assertThat(closing(path, "\"3\"").code()).isEqualTo("CLOSED");
        assertThat(closing(path, "*").code()).isEqualTo("CLOSED");
        assertThat(closing(path, "W/\"x\"").code()).isEqualTo("IF_MATCH_INVALID");
    }

    private FrontDoor.Reply closing(String path, String etag) {
        return door().send(
                        door().request(path)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("If-Match", etag)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build());
    }

    @Test
    void media_types_are_checked_and_what_cannot_be_answered_has_no_effect() {
        int before = stored();
        FrontDoor door = door();
        FrontDoor.Reply form =
                door.send(
                        post("/api/visits", VISIT)
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .build());
        assertThat(form.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        FrontDoor.Reply nonsense =
                door.send(post("/api/visits", VISIT).setHeader("Content-Type", "x").build());
        assertThat(nonsense.status()).isEqualTo(415);
        FrontDoor.Reply image =
                door.send(post("/api/visits", VISIT).header("Accept", "image/png").build());
        assertThat(image.code()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_body_over_the_limit_is_refused_whatever_length_it_claims() {
        int before = stored();
        byte[] large =
                VISIT.replace("Muster", "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        FrontDoor.Reply claimed = door().post("/api/visits", large, "large-1");
        assertThat(claimed.status()).isEqualTo(413);
        assertThat(claimed.code()).isEqualTo("BODY_TOO_LARGE");
        FrontDoor.Reply chunked =
                door().send(
                                door().request("/api/visits")
                                        .header("Idempotency-Key", "large-2")
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofInputStream(
                                                        () -> new ByteArrayInputStream(large)))
                                        .build());
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_failure_of_ours_says_nothing_about_itself() {
        FrontDoor.Reply reply = door().get("/api/broken?name=Canary");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(reply.text()).doesNotContain("Canary", "IllegalState", "de.kim.kit", "trace");
    }

    @Test
    void a_sane_correlation_id_comes_back_and_another_is_replaced() {
        FrontDoor door = door();
        FrontDoor.Reply sane =
                door.send(door.request("/api/visits").header("Correlation-Id", "abc-1").build());
        assertThat(sane.header("Correlation-Id")).isEqualTo("abc-1");
        FrontDoor.Reply odd =
                door.send(door.request("/api/visits").header("Correlation-Id", "a b<c>").build());
        assertThat(UUID.fromString(odd.header("Correlation-Id"))).isNotNull();
    }

    @Test
    void pages_follow_one_another_to_the_end() {
        jdbc.update(
                "insert into visit select gen_random_uuid(), 'page', 'mbe-1' from generate_series(1, 5)");
        int seen = 0;
        String next = "";
        do {
            FrontDoor.Reply page =
                    door().get("/api/visits?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.status()).isEqualTo(200);
            seen += page.json().get("items").size();
            next = page.json().path("nextCursor").asString("");
        } while (!next.isEmpty());
        assertThat(seen).isEqualTo(stored());
    }

    private HttpRequest.Builder post(String path, String json) {
        return door().request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }
}
