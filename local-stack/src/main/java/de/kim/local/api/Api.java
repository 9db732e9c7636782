package de.kim.local.api;

import de.kim.local.Progress;
import de.kim.local.Trouble;
import de.kim.local.issuer.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The services' APIs as a client sees them. A service that does not answer is asked again with the
 * same {@code Idempotency-Key} until it is back, so whoever plays a story through this class
 * outlives the death of a service.
 */
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int GONE = 410;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** The same content is the same bytes in every run: else its key would belong to another. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final Map<String, String> urls;
    private final Tokens tokens;
    private final Progress progress;
    private final boolean dryRun;

    /** Talks to the services at these base URLs, by service name. */
    public Api(Map<String, String> urls, Tokens tokens, Progress progress) {
        this(urls, tokens, progress, false);
    }

    private Api(Map<String, String> urls, Tokens tokens, Progress progress, boolean dryRun) {
        this.urls = Map.copyOf(urls);
        this.tokens = tokens;
        this.progress = progress;
        this.dryRun = dryRun;
    }

    /** The same, but whatever is posted is only tried: answered as usual, and nothing stored. */
    public Api dryRun() {
        return new Api(urls, tokens, progress, true);
    }

    /** Reads, signed in as {@code user}; {@code path} starts with a slash. */
    public Answer get(String service, String path, String user) {
        return send(service, user, request(service, path).GET());
    }

    /**
     * Does something once, signed in as {@code user}, however often it is asked: {@code key} is the
     * {@code Idempotency-Key}.
     */
    public Answer post(String service, String path, String user, String key, Object content) {
        var request =
                request(service, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(content)));
        return send(service, user, dryRun ? request.header("Dry-Run", "true") : request);
    }

    /**
     * Writes an answer to a file as it came: whole, or not at all.
     *
     * @throws Trouble when the service refuses, or the answer is cut off
     */
    public void download(String service, String path, String user, Path file) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            var response =
                    http.send(
                            request(service, path)
                                    .setHeader("Accept", "*/*")
                                    .setHeader("Authorization", "Bearer " + tokens.of(user).text())
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new Trouble(
                            new Answer(response.statusCode(), json(text), false).refusal(),
                            "Nothing was written.");
                }
                Files.copy(body, fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Trouble(
                    service + " did not answer to the end, or " + file + " cannot be written.",
                    "See ./kim status and ./kim logs " + service + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", "Ask again.", e);
        } finally {
            delete(fresh);
        }
    }

    /**
     * Reads an answer as it came, signed in as {@code user}; empty when the service says that it is
     * gone.
     *
     * @throws Trouble when the service refuses for another reason, or does not answer
     */
    public Optional<byte[]> read(String service, String path, String user) {
        try {
            var response =
                    http.send(
                            request(service, path)
                                    .setHeader("Accept", "*/*")
                                    .setHeader("Authorization", "Bearer " + tokens.of(user).text())
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == GONE) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                var text = new String(response.body(), StandardCharsets.UTF_8);
                throw new Trouble(
                        new Answer(response.statusCode(), json(text), false).refusal(),
                        "Nothing was written.");
            }
            return Optional.of(response.body());
        } catch (IOException e) {
            throw new Trouble(
                    service + " did not answer to the end.",
                    "See ./kim status and ./kim logs " + service + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", "Ask again.", e);
        }
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String service, String path) {
        var base = urls.get(service);
        if (base == null) {
            throw new Trouble(
                    "There is no service called " + service + ".",
                    "Ask ./kim status which there are.");
        }
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json");
    }

    private Answer send(String service, String user, HttpRequest.Builder request) {
        var givenUp = System.nanoTime() + PATIENCE.toNanos();
        var told = false;
        while (true) {
            var pause = PAUSE;
            try {
                var token = "Bearer " + tokens.of(user).text();
                var response =
                        http.send(
                                request.setHeader("Authorization", token).build(),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() == TOO_MANY_REQUESTS) {
                    pause = retryAfter(response);
                } else if (response.statusCode() != UNAVAILABLE) {
                    return answer(response);
                }
            } catch (IOException e) {
                if (!told) {
                    progress.tell(
                            service, "does not answer; waiting for it (./kim up brings it back)");
                    told = true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble(
                        "Interrupted while waiting for " + service + ".",
                        "Start again: nothing is lost.",
                        e);
            }
            if (System.nanoTime() > givenUp) {
                throw new Trouble(
                        "%s has not answered for %d minutes."
                                .formatted(service, PATIENCE.toMinutes()),
                        "See ./kim status and ./kim logs " + service + ", then ./kim up.");
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    private static JsonNode json(String body) {
        return body.isBlank() || !body.stripLeading().matches("(?s)[{\\[].*")
                ? MissingNode.getInstance()
                : JSON.readTree(body);
    }
}
