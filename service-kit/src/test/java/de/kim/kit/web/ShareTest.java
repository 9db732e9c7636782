package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.access.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Nobody takes the service from the others. */
@TestPropertySource(
        properties = {
            "kim.web.body-share.at-once=3",
            "kim.web.body-share.per-second=1",
            "kim.web.address-share.at-once=5",
            "kim.web.address-share.per-second=1"
        })
class ShareTest extends FrontDoorTest {
    @Test
    void a_body_over_its_share_is_told_when_to_come_again_and_nothing_is_stored() {
        FrontDoor hasty = FrontDoor.of(port, "jobcenter-landkreis");
        String key = UUID.randomUUID().toString();
        int before = stored();
        FrontDoor.Reply refused = null;
        for (int asked = 0; refused == null; asked++) {
            assertThat(asked).as("requests taken").isLessThan(20);
            FrontDoor.Reply reply = hasty.post("/api/visits", VISIT, key + asked);
            if (reply.status() == 429) {
                refused = reply;
                key = key + asked;
            } else {
                assertThat(reply.status()).isEqualTo(201);
                before++;
            }
        }
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().path("german").asString()).contains("zu viele Anfragen");
        assertThat(stored()).isEqualTo(before);

        assertThat(FrontDoor.of(port, "massarbeit").post("/api/visits", VISIT).status())
                .as("another body")
                .isEqualTo(201);

        String same = key;
        await().atMost(Duration.ofSeconds(10))
                .until(() -> hasty.post("/api/visits", VISIT, same).status() == 201);
        assertThat(stored()).isEqualTo(before + 2);
    }

    @Test
    void kims_own_services_and_health_have_no_limit() {
        FrontDoor own = FrontDoor.of(port, "notification-service", Role.SYSTEM, Role.REFERRER);
        assertThat(IntStream.range(0, 20).map(i -> own.get("/api/visits").status()))
                .containsOnly(200);
        FrontDoor stranger = FrontDoor.stranger(port);
        assertThat(
                        IntStream.range(0, 20)
                                .map(i -> stranger.get("/actuator/health/liveness").status()))
                .containsOnly(200);
    }

    @Test
    void a_stranger_has_the_share_of_an_address() {
        FrontDoor stranger = FrontDoor.stranger(port);
        assertThat(IntStream.range(0, 20).map(i -> stranger.get("/api/open").status()))
                .startsWith(200)
                .endsWith(429)
                .containsOnly(200, 429);
    }
}
