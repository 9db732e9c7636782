package de.kim.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestToken;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** How the issuer's keys are come by, and what happens while it is away. */
class TokenDecodingTest {
    private final TestIssuer issuer = new TestIssuer();
    private final JwtDecoder tokens = decoder(Duration.ofMinutes(5));

    @Test
    void keys_are_asked_for_once() {
        for (int i = 0; i < 20; i++) {
            assertThat(tokens.decode(issuer.token("traeger-01")).getClaimAsString("body"))
                    .isEqualTo("traeger-01");
        }
        assertThat(issuer.asked()).isEqualTo(1);
    }

    @Test
    void an_issuer_that_comes_later_than_the_first_token_is_not_too_late() {
        String token = issuer.token("traeger-01");
        issuer.away();
        assertThatThrownBy(() -> tokens.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class)
                .hasRootCauseInstanceOf(ConnectException.class)
                .hasCauseInstanceOf(JWKSetUnavailableException.class);
        issuer.back();
        assertThat(tokens.decode(token)).isNotNull();
    }

    @Test
    void known_keys_are_good_enough_while_the_issuer_is_away() {
        JwtDecoder forgetful = decoder(Duration.ofMillis(20));
        forgetful.decode(issuer.token("traeger-01"));
        issuer.away();
        await().pollDelay(Duration.ofMillis(100))
                .untilAsserted(
                        () -> assertThat(forgetful.decode(issuer.token("traeger-02"))).isNotNull());
    }

    @Test
    void a_new_key_is_found_at_once_and_the_old_one_is_no_good_any_more() {
        String old = issuer.token("traeger-01");
        tokens.decode(old);
        issuer.rotate();
        assertThat(tokens.decode(issuer.token("traeger-01"))).isNotNull();
        assertThatThrownBy(() -> tokens.decode(old)).isInstanceOf(JwtException.class);
    }

    @Test
    void tokens_of_strangers_do_not_make_us_ask_the_issuer_each_time() {
        TestIssuer stranger = new TestIssuer();
        for (int i = 0; i < 50; i++) {
            String foreign = new TestToken(stranger).of("x").with("iss", issuer.url()).signed();
            assertThatThrownBy(() -> tokens.decode(foreign))
                    .isInstanceOf(JwtException.class)
                    .satisfies(
                            e ->
                                    assertThat(e.getCause())
                                            .isNotInstanceOf(JWKSetUnavailableException.class));
        }
        assertThat(issuer.asked()).isLessThan(5);
        assertThat(tokens.decode(issuer.token("traeger-01"))).isNotNull();
    }

    private JwtDecoder decoder(Duration keysFor) {
        return TokenDecoding.of(
                new AccessProperties(
                        URI.create(issuer.url()), "kim", "RS256", keysFor, Duration.ofHours(1)),
                Clock.systemUTC());
    }
}
