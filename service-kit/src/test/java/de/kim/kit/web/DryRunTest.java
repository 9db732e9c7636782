package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DryRunTest extends FrontDoorTest {
    @Test
    void it_answers_as_usual_and_leaves_nothing() {
        int before = stored();
        String key = UUID.randomUUID().toString();
        FrontDoor.Reply trial = post("/api/visits", VISIT, key, "true");
        assertThat(trial.status()).isEqualTo(201);
        assertThat(trial.header("Dry-Run")).isEqualTo("true");
        assertThat(stored()).isEqualTo(before);

        FrontDoor.Reply real = door().post("/api/visits", VISIT, key);
        assertThat(real.status()).isEqualTo(201);
        assertThat(real.header("Dry-Run")).isEmpty();
        assertThat(real.header("Idempotent-Replayed")).isEmpty();
        assertThat(stored()).isEqualTo(before + 1);

        FrontDoor.Reply late = post("/api/visits", VISIT, key, "true");
        assertThat(late.header("Idempotent-Replayed"))
                .as("that it is there already")
                .isEqualTo("true");
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void it_refuses_what_would_be_refused() {
        FrontDoor.Reply trial =
                post(
                        "/api/visits",
                        VISIT.replace("\"places\":3", "\"places\":0"),
                        UUID.randomUUID().toString(),
                        "true");
        assertThat(trial.code()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void nobody_takes_a_real_effect_for_a_trial() {
        int before = stored();
        assertThat(post("/api/anything", "{}", UUID.randomUUID().toString(), "true").code())
                .as("an endpoint without dry run")
                .isEqualTo("DRY_RUN_NOT_POSSIBLE");
        assertThat(post("/api/visits", VISIT, UUID.randomUUID().toString(), "yes").code())
                .isEqualTo("DRY_RUN_NOT_POSSIBLE");
        assertThat(stored()).isEqualTo(before);
    }

    private FrontDoor.Reply post(String path, String json, String key, String dryRun) {
        return door().send(
                        door().request(path)
                                .header("Idempotency-Key", key)
                                .header("Dry-Run", dryRun)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build());
    }
}
