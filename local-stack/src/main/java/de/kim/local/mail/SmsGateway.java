package de.kim.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kim.local.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small SMS gateway, as docs/sms-gateway.md has it, that sends nothing to anybody: {@code POST
 * /sms/messages} takes one, {@code GET /sms} lists them as JSON (latest first; {@code ?to=NUMBER}
 * only those to one number). What became of it is reported to the sender, signed, until that is
 * taken: delivered, but for numbers that end with 99, which are never reached.
 */
final class SmsGateway {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final long PAUSE_MILLIS = 500;
    private static final long MOST_PAUSES = 60;

    private final SmsStore store;
    private final String secret;
    private final String reports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService reporter =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("sms-reports").daemon().unstarted(task));

    /**
     * @param secret shared with the sender
     * @param reports where reports go; empty: nowhere
     */
    SmsGateway(SmsStore store, String secret, String reports) {
        this.store = store;
        this.secret = secret;
        this.reports = reports;
    }

    void serve(HttpServer server) {
        server.createContext("/sms", this::answer);
        store.all().stream().filter(sms -> !sms.reported()).forEach(sms -> report(sms, 1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var method = exchange.getRequestMethod();
            if (method.equals("GET") && path.equals("/sms")) {
                list(exchange);
            } else if (method.equals("POST") && path.equals("/sms/messages")) {
                exchange.sendResponseHeaders(take(exchange), -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        // a plus sign in a query is one, not a space
        var number =
                Optional.ofNullable(exchange.getRequestURI().getQuery())
                        .filter(query -> query.startsWith("to="))
                        .map(query -> query.substring(3));
        var wanted =
                store.all().stream()
                        .filter(sms -> number.map(sms.to()::equals).orElse(true))
                        .toList();
        var body = Json.text(wanted).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private int take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var time = exchange.getRequestHeaders().getFirst("Kim-Time");
        var signature = exchange.getRequestHeaders().getFirst("Kim-Signature");
        if (time == null || signature == null || !same(signature(time, body), signature)) {
            return 401;
        }
        try {
            var message = JsonMapper.shared().readTree(body);
            var id = UUID.fromString(message.path("id").asString(""));
            var to = message.path("to").asString("");
            if (!NUMBER.matcher(to).matches()) {
                return 422;
            }
            if (!store.knows(id)) {
                var sms = new Sms(id, Instant.now(), to, message.path("text").asString(""), false);
                store.keep(sms);
                report(sms, 1);
            }
            return 202;
        } catch (JacksonException | IllegalArgumentException e) {
            return 400;
        }
    }

    private void report(Sms sms, int attempt) {
        if (!reports.isEmpty()) {
            var pause = attempt == 1 ? 0 : Math.min(attempt, MOST_PAUSES) * PAUSE_MILLIS;
            reporter.schedule(() -> send(sms, attempt), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Each attempt is signed anew. What the sender refuses is not said again. */
    private void send(Sms sms, int attempt) {
        var report =
                Json.text(
                                Map.of(
                                        "id", sms.id().toString(),
                                        "state", sms.state(),
                                        "at", sms.received().toString()))
                        .getBytes(StandardCharsets.UTF_8);
        var time = Long.toString(Instant.now().getEpochSecond());
        var request =
                HttpRequest.newBuilder(URI.create(reports))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .header("Kim-Time", time)
                        .header("Kim-Signature", signature(time, report))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(report))
                        .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 500 && status != 429) {
                store.keep(sms.asReported());
            } else {
                report(sms, attempt + 1);
            }
        } catch (IOException e) {
            report(sms, attempt + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean same(String right, String said) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
