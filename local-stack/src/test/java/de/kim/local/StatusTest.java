package de.kim.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.service.Services;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class StatusTest {
    @TempDir Path folder;

    @Test
    void the_json_has_the_shape_that_programs_rely_on() {
        var json = new JsonMapper().readTree(Json.text(status()));

        assertThat(json.propertyNames())
                .contains("services", "postgres", "kafka", "mail", "issuer", "ports");
        assertThat(json.get("services"))
                .hasSize(5)
                .allSatisfy(
                        service ->
                                assertThat(service.propertyNames())
                                        .contains("name", "url", "pid", "healthy"));
        assertThat(json.get("postgres").propertyNames()).contains("url", "pid");
        assertThat(json.get("kafka").propertyNames()).contains("bootstrap", "pid");
        assertThat(json.get("mail").propertyNames()).contains("smtp", "url");
        assertThat(json.get("issuer").isNull()).isTrue();
    }

    @Test
    void asking_before_the_first_start_leaves_no_trace() {
        assertThat(status().allHealthy()).isFalse();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private Status status() {
        var home = new KimHome(folder.resolve("home"));
        return new Stack(home, Installation.found(), Services.ALL, Map.of()).status();
    }
}
