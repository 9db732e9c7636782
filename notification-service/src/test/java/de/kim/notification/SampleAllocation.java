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

/** How allocation-service takes answers, over real HTTP. */
final class SampleAllocation {
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final HttpServer server;

    SampleAllocation() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/offers/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers to this offer are refused from now on; 0: no more. */
    void refuses(Object offerId, int status) {
        refusals.put(offerId.toString(), status);
    }

    /** What came for this offer, such as {@code acceptance {"answeredBy":"PERSON"}}. */
    List<String> answersTo(Object offerId) {
        return answers.stream()
                .filter(answer -> answer.startsWith(offerId + "/"))
                .map(answer -> answer.substring(offerId.toString().length() + 1))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/offers/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        int refused = refusals.getOrDefault(path.substring(0, path.indexOf('/')), 0);
        if (!TestIssuer.usual().isService(token)) {
            reply(exchange, 401, "{\"code\":\"TOKEN_INVALID\"}");
        } else if (refused != 0) {
            reply(exchange, refused, "{\"code\":\"OFFER_NOT_LIVE\"}");
        } else {
            answers.add(path + " " + body);
            reply(exchange, 200, "{\"state\":\"ANSWERED\"}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
