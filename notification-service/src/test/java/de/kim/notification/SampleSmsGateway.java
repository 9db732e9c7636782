package de.kim.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SMS gateway as docs/sms-gateway.md has it, over real HTTP. */
final class SampleSmsGateway {
    static final String SECRET = "a secret of the tests, long enough";

    private final List<Sms> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    record Sms(String id, String to, String text) {}

    SampleSmsGateway() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/messages", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void isAway(boolean is) {
        away = is;
    }

    List<Sms> to(String number) {
        return taken.stream().filter(sms -> sms.to().equals(number)).toList();
    }

    int askedFor(String id) {
        return asked.getOrDefault(id, 0);
    }

    static String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (time + "." + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An id that was taken before is not sent again; numbers that end with 422 are refused. */
    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode sms = JsonMapper.shared().readTree(body);
        String id = sms.path("id").asString("");
        asked.merge(id, 1, Integer::sum);
        String time = exchange.getRequestHeaders().getFirst("Kim-Time");
        String signature = exchange.getRequestHeaders().getFirst("Kim-Signature");
        int status = 202;
        if (!signature(time, body).equals(signature)) {
            status = 401;
        } else if (away) {
            status = 503;
        } else if (sms.path("to").asString("").endsWith("422")) {
            status = 422;
        } else if (taken.stream().noneMatch(known -> known.id().equals(id))) {
            taken.add(new Sms(id, sms.path("to").asString(""), sms.path("text").asString("")));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
