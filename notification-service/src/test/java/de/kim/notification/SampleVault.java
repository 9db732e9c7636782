package de.kim.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kim.kit.testing.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service asks of referral-service, over real HTTP. */
final class SampleVault {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> birthDates = new ConcurrentHashMap<>();
    private final List<String> interested = new CopyOnWriteArrayList<>();
    private final AtomicInteger compared = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean away;

    SampleVault() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/contacts/", this::answer);
        server.createContext("/api/birth-date-checks", this::compare);
        server.createContext("/api/referrals/", this::interested);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void knows(Object referralId, String json) {
        answers.put(referralId.toString(), json);
    }

    void isAway(boolean is) {
        away = is;
    }

    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        asked.add(id + "?" + exchange.getRequestURI().getQuery());
        if (!isService(exchange)) {
            reply(exchange, 401, "{\"code\":\"TOKEN_INVALID\"}");
        } else if (away) {
            reply(exchange, 503, "{\"code\":\"DATABASE_UNAVAILABLE\"}");
        } else if (answers.containsKey(id)) {
            reply(exchange, 200, answers.get(id));
        } else {
            reply(exchange, 404, "{\"code\":\"REFERRAL_NOT_FOUND\"}");
        }
    }

    void bornOn(Object referralId, String birthDate) {
        birthDates.put(referralId.toString(), birthDate);
    }

    /** Who said that a place is still wanted. */
    List<String> interested() {
        return interested;
    }

    private void interested(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.replaceAll("/api/referrals/(.*)/interest-confirmation", "$1");
        exchange.getRequestBody().readAllBytes();
        if (!isService(exchange)) {
            reply(exchange, 401, "{\"code\":\"TOKEN_INVALID\"}");
        } else if (!answers.containsKey(id)) {
            reply(exchange, 409, "{\"code\":\"ALREADY_WITHDRAWN\"}");
        } else {
            interested.add(id);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    int compared() {
        return compared.get();
    }

    private void compare(HttpExchange exchange) throws IOException {
        JsonNode question = JsonMapper.shared().readTree(exchange.getRequestBody());
        String birthDate = birthDates.get(question.path("referralId").asString(""));
        if (!isService(exchange) || question.path("salt").asString("").length() < 22) {
            reply(exchange, 401, "{\"code\":\"TOKEN_INVALID\"}");
        } else if (away) {
            reply(exchange, 503, "{\"code\":\"DATABASE_UNAVAILABLE\"}");
        } else if (birthDate == null) {
            reply(exchange, 404, "{\"code\":\"REFERRAL_NOT_FOUND\"}");
        } else {
            compared.incrementAndGet();
            boolean matches = birthDate.equals(question.path("birthDate").asString(""));
            reply(exchange, 200, "{\"matches\":" + matches + "}");
        }
    }

    private static boolean isService(HttpExchange exchange) {
        return TestIssuer.usual().isService(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
