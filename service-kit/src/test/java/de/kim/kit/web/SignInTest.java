package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import de.kim.kit.access.Role;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestToken;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who comes in, and who is told what instead. Real tokens, real signatures, over HTTP. */
class SignInTest extends FrontDoorTest {
    private static final TestIssuer ISSUER = TestIssuer.usual();
    private static final TestIssuer STRANGER = new TestIssuer();

    @Test
    void without_a_token_nobody_comes_in_and_nothing_is_stored() {
        int before = stored();
        FrontDoor stranger = FrontDoor.stranger(port);
        for (FrontDoor.Reply reply :
                List.of(
                        stranger.get("/api/visits"),
                        stranger.get("/api/nothing"),
                        stranger.get("/"),
                        stranger.post("/api/visits", VISIT),
                        stranger.post("/api/visits", "no JSON"))) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("SIGN_IN_REQUIRED");
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(reply.json().get("german").asString()).isEqualTo("Bitte anmelden.");
            assertThat(reply.json().get("english").asString()).isEqualTo("Please sign in.");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_public_answers_without_a_token() {
        assertThat(FrontDoor.stranger(port).get("/api/open").text()).contains("to all");
        assertThat(FrontDoor.stranger(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(FrontDoor.stranger(port).get("/v3/api-docs").status()).isEqualTo(200);
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                good("as it is", token -> token),
                good("for several audiences", token -> token.with("aud", List.of("x", "kim"))),
                good("just expired: clocks differ", token -> token.with("exp", in(-20))),
                good("about to be valid: clocks differ", token -> token.with("nbf", in(20))),
                good("with a role of somebody else beside", SignInTest::withForeignRole));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void a_good_token_is_taken(String what, String token) {
        assertThat(FrontDoor.withToken(port, token).get("/api/visits").status()).isEqualTo(200);
    }

    static Stream<Arguments> badTokens() throws Exception {
        RSAKey key = ISSUER.key();
        RSAKey foreign = STRANGER.key();
        JWSHeader usual = header(JWSAlgorithm.RS256, key);
        String good = token().signed();
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of("of another issuer", new TestToken(STRANGER).of("x").signed()),
                bad("that names another issuer", "iss", STRANGER.url()),
                bad("that names no issuer", "iss", null),
                bad("for another audience", "aud", List.of("other")),
                bad("for no audience", "aud", null),
                bad("expired", "exp", in(-60)),
                bad("that never expires", "exp", null),
                bad("not valid yet", "nbf", in(60)),
                bad("of nobody", "sub", null),
                bad("of a blank", "sub", " "),
                bad("without a body", "body", null),
                bad("with a body that is no code", "body", "Jobcenter Stadt"),
                bad("with a list of bodies", "body", List.of("jobcenter-stadt")),
                bad("with a number for a body", "body", 7),
                Arguments.of("not signed", token().unsigned()),
                Arguments.of(
                        "signed with the public key as a secret",
                        token().signed(
                                        new JWSHeader(JWSAlgorithm.HS256),
                                        new MACSigner(key.toPublicJWK().toJSONString()))),
                Arguments.of(
                        "signed with the public key's bytes as a secret",
                        token().signed(
                                        header(JWSAlgorithm.HS256, key),
                                        new MACSigner(key.toRSAPublicKey().getEncoded()))),
                Arguments.of(
                        "signed by another algorithm",
                        token().signed(header(JWSAlgorithm.RS512, key), new RSASSASigner(key))),
                Arguments.of(
                        "signed by PSS",
                        token().signed(header(JWSAlgorithm.PS256, key), signer(key))),
                Arguments.of(
                        "signed by somebody else under our key's name",
                        token().signed(usual, new RSASSASigner(foreign))),
                Arguments.of(
                        "signed by somebody else",
                        token().signed(
                                        header(JWSAlgorithm.RS256, foreign),
                                        new RSASSASigner(foreign))),
                Arguments.of(
                        "that brings its own key along",
                        token().signed(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .jwk(foreign.toPublicJWK())
                                                .build(),
                                        new RSASSASigner(foreign))),
                Arguments.of(
                        "that says where its key is",
                        token().signed(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .jwkURL(URI.create(STRANGER.url() + "/keys"))
                                                .keyID(foreign.getKeyID())
                                                .build(),
                                        new RSASSASigner(foreign))),
                Arguments.of("with another payload", parts[0] + ".e30." + parts[2]),
                Arguments.of("without its signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("cut off", good.substring(0, good.length() - 5)),
                Arguments.of("that is none", "x"),
                Arguments.of("that is almost one", "a.b.c"),
                Arguments.of("with an odd character", "é"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused_and_nothing_is_stored(String what, String token) {
        int before = stored();
        FrontDoor door = FrontDoor.withToken(port, token);
        for (FrontDoor.Reply reply :
                List.of(door.get("/api/visits"), door.post("/api/visits", VISIT))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("TOKEN_INVALID");
            assertThat(reply.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"invalid_token\"");
            assertThat(reply.text()).doesNotContain(token.length() > 5 ? token : "\u0000");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_token_elsewhere_than_in_its_header_is_none() {
        FrontDoor stranger = FrontDoor.stranger(port);
        String token = ISSUER.token("jobcenter-stadt");
        assertThat(stranger.get("/api/visits?access_token=" + token).code())
                .isEqualTo("SIGN_IN_REQUIRED");
        assertThat(
                        stranger.send(
                                        stranger.request("/api/visits")
                                                .header("Authorization", "Basic " + token)
                                                .build())
                                .code())
                .isEqualTo("SIGN_IN_REQUIRED");
        assertThat(
                        stranger.send(
                                        stranger.request("/api/visits")
                                                .header("Cookie", "access_token=" + token)
                                                .build())
                                .code())
                .isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void a_missing_right_is_a_403_and_nothing_is_stored() {
        int before = stored();
        for (FrontDoor door :
                List.of(
                        FrontDoor.of(port, "traeger-01"),
                        FrontDoor.of(port, "jobcenter-stadt", Role.AUDITOR, Role.SYSTEM),
                        FrontDoor.of(port, "jobcenter-stadt", new Role[0]),
                        FrontDoor.withToken(port, token().with("roles", null).signed()),
                        FrontDoor.withToken(
                                port, token().with("roles", List.of("REFERRER")).signed()),
                        FrontDoor.withToken(
                                port, token().with("roles", Map.of("referrer", 1)).signed()),
                        FrontDoor.withToken(
                                port, token().with("roles", List.of("person")).signed()))) {
            FrontDoor.Reply reply = door.post("/api/visits", VISIT);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("RIGHT_MISSING");
            assertThat(reply.json().get("german").asString()).isEqualTo("Dazu fehlt das Recht.");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void an_endpoint_that_names_nobody_answers_nobody() {
        for (Role role : Role.values()) {
            assertThat(FrontDoor.of(port, "x", role).get("/api/forgotten").status()).isEqualTo(403);
        }
        assertThat(FrontDoor.stranger(port).get("/api/forgotten").status()).isEqualTo(401);
    }

    @Test
    void an_answer_given_to_one_role_is_not_repeated_to_another_of_the_same_body() {
        assertThat(door().post("/api/visits", VISIT, "shared-key").status()).isEqualTo(201);
        FrontDoor colleague = FrontDoor.of(port, "jobcenter-stadt", Role.AUDITOR);
        assertThat(colleague.post("/api/visits", VISIT, "shared-key").status()).isEqualTo(403);
    }

    @Test
    void odd_addresses_are_refused_by_a_problem_too() {
        FrontDoor door = door();
        for (String path :
                List.of(
                        "/api//visits",
                        "/api/visits;x=1",
                        "/api/%2e%2e/visits",
                        "/api/visits%2f1")) {
            FrontDoor.Reply reply = door.get(path);
            assertThat(reply.status()).as(path).isBetween(400, 499);
            assertThat(reply.code()).as(path).isNotEmpty();
        }
        assertThat(
                        door.send(door.request("/api/visits").method("OPTIONS", none()).build())
                                .status())
                .isEqualTo(403);
    }

    private static BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private static TestToken token() {
        return new TestToken(ISSUER).of("jobcenter-stadt", Role.REFERRER);
    }

    private static TestToken withForeignRole(TestToken token) {
        return token.with("roles", List.of("offline_access", "referrer"));
    }

    private static Arguments good(String what, UnaryOperator<TestToken> change) {
        return Arguments.of(what, change.apply(token()).signed());
    }

    private static Arguments bad(String what, String claim, @Nullable Object value) {
        return Arguments.of(what, token().with(claim, value).signed());
    }

    private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
        return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
    }

    private static RSASSASigner signer(RSAKey key) throws Exception {
        return new RSASSASigner(key);
    }

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
