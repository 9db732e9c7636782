package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OperationsTest extends FrontDoorTest {
    @Test
    void health_readiness_and_metrics_are_served() {
        assertThat(door().get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(door().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(door().get("/actuator/prometheus").text())
                .contains("http_server_requests", "service=\"sample-service\"");
        assertThat(door().get("/actuator/env").status()).isEqualTo(403);
    }

    @Test
    void the_api_description_is_the_approved_one() {
        ApprovedOpenApi.check(door(), Path.of("src/test/resources/approved/visits-openapi.json"));
    }

    @Test
    void the_api_description_knows_pages_headers_and_problems() {
        String document = door().get("/v3/api-docs").text();
        assertThat(document)
                .contains("\"openapi\":\"3.1", "Idempotency-Key", "nextCursor")
                .contains("#/components/responses/Problem", "\"correlationId\"")
                .contains("\"bearerFormat\":\"JWT\"", "\"x-roles\":[\"referrer\"]")
                .doesNotContain("\"actor\"", "\"ifMatch\"");
    }

    @Test
    void no_name_gets_into_the_log(CapturedOutput log) {
        door().post("/api/visits", VISIT.replace("Muster", "Canaryone"));
        door().post("/api/visits", VISIT.replace("Muster", "Canarytwo\\u0000"));
        door().post("/api/visits", VISIT.replace("\"Muster\"", "\"Canarythree"));
        door().post("/api/visits", VISIT.replace("\"FIRST\"", "\"Canaryfour\""));
        door().post("/api/visits", VISIT.replace("\"surname\"", "\"Canaryfive\""));
        door().post("/api/visits", VISIT.replace("\"places\":3", "\"places\":\"Canarysix\""));
        door().post("/api/visits", VISIT.replace("1990-02-03", "Canaryseven"));
        door().get("/api/broken?name=Canaryeight");
        door().get("/api/visits/Canarynine");
        door().get("/api/Canaryten?cursor=Canaryeleven");
        door().post(
                        "/api/visits",
                        VISIT.replace("\"places\":3", "\"places\":0")
                                .replace("Muster", "Canarytwelve"));
        assertThat(log.getAll())
                .contains("\"path\":\"/api/visits\"", "\"status\":400", "\"correlationId\"")
                .contains("java.lang.IllegalStateException", "\"service\":\"sample-service\"")
                .doesNotContain("Canary");
    }

    @Test
    void without_its_database_it_says_so_and_comes_back() throws Exception {
        String database = jdbc.queryForObject("select current_database()", String.class);
        try {
            admin("alter database " + database + " allow_connections false");
            admin(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + database
                            + "'");
            FrontDoor.Reply write = door().post("/api/visits", VISIT);
            assertThat(write.status()).isEqualTo(503);
            assertThat(write.code()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(write.header("Retry-After")).isEqualTo("5");
            assertThat(door().get("/api/visits").code()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(door().get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(door().get("/actuator/health/liveness").status()).isEqualTo(200);
        } finally {
            admin("alter database " + database + " allow_connections true");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> door().post("/api/visits", VISIT).status() == 201);
    }

    private static void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestPostgres.adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
