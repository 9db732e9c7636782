package de.kim.kit.web;

import de.kim.kit.access.Role;
import de.kim.kit.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of a service over HTTP, as its partners are. */
public final class FrontDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final @Nullable String token;

    private FrontDoor(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * A caller from the organisation {@code body}, in its usual role, of the service that listens
     * on this port.
     */
    public static FrontDoor of(int port, String body) {
        return of(port, body, TestIssuer.usualRole(body));
    }

    /** A caller with these roles. */
    public static FrontDoor of(int port, String body, Role... roles) {
        return withToken(port, TestIssuer.usual().token(body, roles));
    }

    /** A caller who comes with this token. */
    public static FrontDoor withToken(int port, String token) {
        return new FrontDoor(URI.create("http://localhost:" + port), token);
    }

    /** A caller who has not signed in. */
    public static FrontDoor stranger(int port) {
        return new FrontDoor(URI.create("http://localhost:" + port), null);
    }

    public Reply get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts with a new idempotency key. */
    public Reply post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    public Reply post(String path, String json, String key) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), key);
    }

    public Reply post(String path, byte[] content, String key) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }

    public Reply put(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** A request to change and send, with the caller's token. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest request) {
        try {
            return new Reply(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The problem's code; empty when the answer is no problem. */
        public String code() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? json().path("code").asString("")
                    : "";
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
