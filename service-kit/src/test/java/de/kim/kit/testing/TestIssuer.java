package de.kim.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kim.kit.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An OpenID provider for tests: real keys, real signatures, its metadata and public keys over HTTP
 * on loopback. {@link #usual()} is the one that the services under test trust; a test that wants to
 * break something makes one of its own.
 */
public final class TestIssuer {
    private static final int RSA_BITS = 2048;
    private static final String CLIENT = "a-service";
    private static final String SECRET = "a-secret";
    private static final String CLIENT_LOGIN =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static @Nullable TestIssuer usual;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger issued = new AtomicInteger();
    private final int port;
    private RSAKey key = newKey();
    private @Nullable HttpServer server;

    public TestIssuer() {
        server = start(0);
        port = server.getAddress().getPort();
    }

    /** One for all tests of the JVM. */
    public static synchronized TestIssuer usual() {
        if (usual == null) {
            usual = new TestIssuer();
        }
        return usual;
    }

    /** Has the service of a Spring test trust the usual one, and be known to it. */
    public static void register(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** What {@link #register} gives to a Spring test. */
    public static Map<String, String> settings() {
        return Map.of(
                "KIM_ISSUER", usual().url(), "KIM_CLIENT_ID", CLIENT, "KIM_CLIENT_SECRET", SECRET);
    }

    /** The issuer's name, which is also its address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A token of the role that a body of the sample has: {@code traeger-01} is a provider. */
    public String token(String body) {
        return token(body, usualRole(body));
    }

    /** A good token. */
    public String token(String body, Role... roles) {
        return new TestToken(this).of(body, roles).signed();
    }

    /** The role of a body of the sample, by its code. */
    public static Role usualRole(String body) {
        if (body.startsWith("traeger-")) {
            return Role.PROVIDER;
        }
        return switch (body) {
            case "koordination" -> Role.COORDINATOR;
            case "revision" -> Role.AUDITOR;
            case "kim" -> Role.SYSTEM;
            default -> Role.REFERRER;
        };
    }

    /** The key it signs with now. */
    public RSAKey key() {
        return key;
    }

    /** Signs with a new key from now on, and knows the old one no more. */
    public void rotate() {
        key = newKey();
    }

    /** Whether this header shows a token of a service that it signed itself. */
    public boolean isService(@Nullable String authorization) {
        try {
            if (authorization == null || !authorization.startsWith("Bearer ")) {
                return false;
            }
            SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
            return token.verify(new RSASSAVerifier(key))
                    && token.getJWTClaimsSet()
                            .getStringListClaim("roles")
                            .contains(Role.SYSTEM.claim());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    /** How often its keys were asked for. */
    public int asked() {
        return asked.get();
    }

    /** How many tokens services were given. */
    public int issued() {
        return issued.get();
    }

    /** Does not answer any more, until it is back. */
    public void away() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Answers again, at the same address. */
    public void back() {
        server = start(port);
    }

    private HttpServer start(int at) {
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            http.createContext(
                    "/.well-known/openid-configuration",
                    exchange ->
                            answer(
                                    exchange,
                                    200,
                                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"token_endpoint\":\"%1$s/token\"}"
                                            .formatted(url())));
            http.createContext(
                    "/keys",
                    exchange -> {
                        asked.incrementAndGet();
                        answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toString());
                    });
            http.createContext("/token", this::issue);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Client credentials, for the one client there is. */
    private void issue(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (CLIENT_LOGIN.equals(shown) && form.equals("grant_type=client_credentials")) {
            issued.incrementAndGet();
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":900}"
                            .formatted(token("kim")));
        } else {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(RSA_BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
