package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.testing.TestIssuer;
import de.kim.kit.web.sample.VisitEndpoint;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyTest extends FrontDoorTest {
    @Autowired IdempotencyRecords records;

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_no_second_effect() {
        FrontDoor.Reply first = visit("Once", key);
        FrontDoor.Reply second = visit("Once", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(surnames()).containsOnlyOnce("Once");
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        visit("First", key);
        FrontDoor.Reply other = visit("Other", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(surnames()).doesNotContain("Other");
    }

    @Test
    void another_organisation_may_use_the_same_key() {
        visit("Ours", key);
        FrontDoor.Reply theirs =
                FrontDoor.of(port, "mbe-1")
                        .post("/api/visits", VISIT.replace("Muster", "Theirs"), key);
        assertThat(theirs.status()).isEqualTo(201);
    }

    @Test
    void what_was_refused_may_be_corrected_under_the_same_key() {
        FrontDoor.Reply refused =
                door().post("/api/visits", VISIT.replace("\"places\":3", "\"places\":0"), key);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(visit("Corrected", key).status()).isEqualTo(201);
    }

    @Test
    void a_key_is_required_and_visible_ascii() {
        HttpRequest none =
                door().request("/api/visits")
                        .POST(HttpRequest.BodyPublishers.ofString(VISIT))
                        .build();
        assertThat(door().send(none).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(visit("x", "a b").code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(visit("x", "a".repeat(129)).code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(visit("x", "a".repeat(128)).status()).isEqualTo(201);
    }

    @Test
    void the_same_request_at_the_same_time_has_one_effect_and_one_answer() throws Exception {
        Callable<FrontDoor.Reply> request = () -> visit("Together", key);
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<FrontDoor.Reply>> replies =
                    callers.invokeAll(Collections.nCopies(8, request));
            String answer = replies.getFirst().get().text();
            for (Future<FrontDoor.Reply> reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
                assertThat(reply.get().text()).isEqualTo(answer);
            }
        }
        assertThat(surnames()).containsOnlyOnce("Together");
    }

    @Test
    void where_an_aggregate_moved_on_the_whole_request_is_tried_again() {
        AtomicInteger attempts = new AtomicInteger();
        VisitEndpoint.meanwhile =
                () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new ConcurrencyException("moved on");
                    }
                };
        FrontDoor.Reply reply = visit("Third", key);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(attempts).hasValue(3);
        assertThat(surnames()).containsOnlyOnce("Third");
        assertThat(visit("Third", key).text()).isEqualTo(reply.text());
    }

    @Test
    void after_eight_attempts_the_caller_is_asked_to_try_again() {
        AtomicInteger attempts = new AtomicInteger();
        VisitEndpoint.meanwhile =
                () -> {
                    attempts.incrementAndGet();
                    throw new ConcurrencyException("moved on");
                };
        FrontDoor.Reply reply = visit("Never", key);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("TRY_AGAIN");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(attempts).hasValue(8);
        assertThat(surnames()).doesNotContain("Never");
    }

    @Test
    void a_failure_leaves_nothing_and_the_key_is_free_again() {
        VisitEndpoint.meanwhile =
                () -> {
                    throw new IllegalStateException("broken");
                };
        assertThat(visit("Later", key).status()).isEqualTo(500);
        assertThat(surnames()).doesNotContain("Later");
        VisitEndpoint.meanwhile = () -> {};
        assertThat(visit("Later", key).status()).isEqualTo(201);
    }

    @Test
    void a_caller_cut_off_after_the_commit_gets_the_answer_when_it_asks_again() throws Exception {
        hangUp(VISIT.replace("Muster", "Cut"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(surnames()).containsOnlyOnce("Cut"));
        FrontDoor.Reply again = visit("Cut", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(surnames()).containsOnlyOnce("Cut");
    }

    /** Sends a whole request and closes the connection without reading a byte of the answer. */
    private void hangUp(String json) throws IOException {
        String request =
                String.join(
                        "\r\n",
                        "POST /api/visits HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + TestIssuer.usual().token("jobcenter-stadt"),
                        "Idempotency-Key: " + key,
                        "Content-Type: application/json",
                        "Content-Length: " + json.length(),
                        "",
                        json);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(surnames()).contains("Cut"));
        }
    }

    @Test
    void old_answers_go() {
        visit("Old", key);
        jdbc.update(
                "update idempotency set created_at = now() - interval '25 hours' where key = ?",
                key);
        String fresh = UUID.randomUUID().toString();
        visit("Fresh", fresh);
        records.purge();
        assertThat(jdbc.queryForList("select key from idempotency", String.class))
                .contains(fresh)
                .doesNotContain(key);
    }

    private FrontDoor.Reply visit(String surname, String idempotencyKey) {
        return door().post("/api/visits", VISIT.replace("Muster", surname), idempotencyKey);
    }
}
