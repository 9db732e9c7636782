package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The service starts, and says what is the matter, while its issuer does not answer. */
@TestPropertySource(properties = "kim.access.issuer=http://127.0.0.1:1")
class WithoutIssuerTest extends FrontDoorTest {
    @Test
    void it_is_ready_and_lets_nobody_in() {
        assertThat(FrontDoor.stranger(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(FrontDoor.stranger(port).get("/api/visits").code())
                .isEqualTo("SIGN_IN_REQUIRED");
        FrontDoor.Reply reply = door().post("/api/visits", VISIT);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("SIGN_IN_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(stored()).isZero();
    }
}
