package de.kim.kit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of a service over HTTP, as its partners are. */
public final class FrontDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String body;

    private FrontDoor(URI base, String body) {
        this.base = base;
        this.body = body;
    }

    /** A caller for the organisation {@code body} of the service that listens on this port. */
    public static FrontDoor of(int port, String body) {
        return new FrontDoor(URI.create("http://localhost:" + port), body);
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
                        .header("Kim-Body", body)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }

    /** A request to change and send. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
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
