package de.kim.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The issuer as it runs, entered by HTTP as browsers and programs do. */
class LocalIssuerTest {
    private static final String RETURN = "http://127.0.0.1:7777/signed-in";
    // the example of RFC 7636, appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("code=([^&]+)");

    @TempDir static Path folder;

    private static int port;
    private static ConfigurableApplicationContext running;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.writeString(
                folder.resolve("realm.json"),
                """
                {"users":[{"name":"traeger-01","title":"Sprachschule <Ahorn> (Beispiel)","body":"traeger-01",
                  "roles":["provider"],"password":"a password"}],
                 "clients":[{"id":"kim-cli","secret":null,"redirects":["http://127.0.0.1/signed-in"],"body":null,"roles":[]},
                  {"id":"notification-service","secret":"a secret","redirects":[],"body":"kim","roles":["system"]}]}
                """);
        running = issuer();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static ConfigurableApplicationContext issuer() {
        return new SpringApplicationBuilder(LocalIssuer.class)
                .properties(
                        "SERVER_PORT=" + port,
                        "KIM_ISSUER=" + url(""),
                        "KIM_ISSUER_REALM=" + folder.resolve("realm.json"),
                        "KIM_ISSUER_KEY=" + folder.resolve("key.json"))
                .run();
    }

    @Test
    void a_person_signs_in_on_the_page_and_the_token_says_for_whom() throws Exception {
        SignedJWT token = token(codeFor("a password"), VERIFIER);
        assertThat(token.verify(new RSASSAVerifier(publicKey()))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(url(""));
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("kim");
        assertThat(token.getJWTClaimsSet().getStringClaim("body")).isEqualTo("traeger-01");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("provider");
    }

    @Test
    void a_wrong_password_and_a_wrong_verifier_get_nothing() throws Exception {
        assertThat(codeFor("guessed")).isEmpty();
        assertThat(redeemed(codeFor("a password"), "a".repeat(43)).statusCode()).isEqualTo(400);
        assertThat(redeemed("made-up", VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void without_a_challenge_or_to_a_strange_place_nobody_is_sent() throws Exception {
        String bare =
                "/oauth2/authorize?response_type=code&client_id=kim-cli&scope=openid&redirect_uri=";
        assertThat(location(get(bare + RETURN))).contains("error=invalid_request");
        String challenge = "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        assertThat(get(bare + "http://evil.example/signed-in" + challenge).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_service_gets_a_token_of_its_own_for_its_secret_only() throws Exception {
        SignedJWT token = SignedJWT.parse(accessToken(credentials("a secret")));
        assertThat(token.getJWTClaimsSet().getStringClaim("body")).isEqualTo("kim");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("system");
        assertThat(credentials("guessed").statusCode()).isEqualTo(401);
    }

    @Test
    void the_page_says_whom_it_is_for_and_escapes_what_it_shows() throws Exception {
        assertThat(get("/login").body())
                .contains("Beispielkonten", "Sprachschule &lt;Ahorn&gt; (Beispiel)")
                .doesNotContain("a password");
    }

    @Test
    void tokens_outlive_a_restart_because_the_key_does() throws Exception {
        SignedJWT before = SignedJWT.parse(accessToken(credentials("a secret")));
        running.close();
        running = issuer();
        assertThat(before.verify(new RSASSAVerifier(publicKey()))).isTrue();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    private String codeFor(String password) throws Exception {
        HttpResponse<String> asked =
                get(
                        "/oauth2/authorize?response_type=code&client_id=kim-cli&scope=openid&redirect_uri="
                                + RETURN
                                + "&code_challenge_method=S256&code_challenge="
                                + CHALLENGE);
        var csrf = CSRF.matcher(get(path(location(asked))).body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> entered =
                post(
                        "/login",
                        "username=traeger-01&password=%s&_csrf=%s"
                                .formatted(password.replace(' ', '+'), csrf.group(1)),
                        null);
        var code = CODE.matcher(location(get(path(location(entered)))));
        return code.find() ? code.group(1) : "";
    }

    private SignedJWT token(String code, String verifier) throws Exception {
        return SignedJWT.parse(accessToken(redeemed(code, verifier)));
    }

    private HttpResponse<String> redeemed(String code, String verifier) throws Exception {
        return post(
                "/oauth2/token",
                "grant_type=authorization_code&client_id=kim-cli&redirect_uri=%s&code=%s&code_verifier=%s"
                        .formatted(RETURN, code, verifier),
                null);
    }

    private HttpResponse<String> credentials(String secret) throws Exception {
        String login = "notification-service:" + secret;
        return post(
                "/oauth2/token",
                "grant_type=client_credentials",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes()));
    }

    private static String accessToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private RSAKey publicKey() throws Exception {
        List<JWK> keys = JWKSet.parse(get("/oauth2/jwks").body()).getKeys();
        assertThat(keys).hasSize(1);
        assertThat(keys.getFirst().isPrivate()).isFalse();
        return keys.getFirst().toRSAKey();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, @Nullable String login)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (login != null) {
            request.header("Authorization", login);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String path(String location) {
        URI uri = URI.create(location);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
