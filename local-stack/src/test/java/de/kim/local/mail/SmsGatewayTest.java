package de.kim.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway of this machine, over real HTTP, as docs/sms-gateway.md has it. */
class SmsGatewayTest {
    private static final String SECRET = "a secret of the tests, long enough";
    private static final String ID = "00000000-0000-4000-8000-000000000001";

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private HttpServer server;
    private HttpServer sender;
    private volatile int refusals;

    @BeforeEach
    void start() throws IOException {
        sender = server();
        sender.createContext("/sms/reports", this::reported);
        sender.start();
        server = started();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        sender.stop(0);
    }

    private HttpServer started() throws IOException {
        var fresh = server();
        var url = "http://127.0.0.1:" + sender.getAddress().getPort() + "/sms/reports";
        new SmsGateway(new SmsStore(folder), SECRET, url).serve(fresh);
        fresh.start();
        return fresh;
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private void reported(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            var time = String.valueOf(headers.getFirst("Kim-Time"));
            var right = signature(time, body).equals(headers.getFirst("Kim-Signature"));
            if (refusals > 0) {
                refusals--;
                exchange.sendResponseHeaders(503, -1);
            } else {
                reports.add((right ? "" : "unsigned ") + body.replaceAll("\\s+", ""));
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private static String signature(String time, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = (time + "." + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sms(String id, String to) {
        return "{\"id\":\"%s\",\"to\":\"%s\",\"text\":\"KIM: новина\"}".formatted(id, to);
    }

    private int post(String body, String signature) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri("/sms/messages"))
                                .header("Kim-Time", "1795860000")
                                .header("Kim-Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String body) throws Exception {
        return post(body, signature("1795860000", body));
    }

    private String get(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri(path)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private String report() throws InterruptedException {
        return String.valueOf(reports.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void an_sms_is_kept_once_shown_and_reported_with_a_signature() throws Exception {
        assertThat(post(sms(ID, "+4917139200001"))).isEqualTo(202);
        assertThat(post(sms(ID, "+4917139200001").replace("KIM", "again"))).isEqualTo(202);

        assertThat(get("/sms?to=+4917139200001")).contains("KIM: новина").doesNotContain("again");
        assertThat(get("/sms?to=+4917139200002")).isEqualTo("[ ]");
        assertThat(report())
                .startsWith("{")
                .contains("\"id\":\"" + ID + "\"", "\"state\":\"DELIVERED\"");
        assertThat(reports.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void a_report_is_repeated_until_it_is_taken() throws Exception {
        refusals = 2;
        post(sms(ID, "+4917139200001"));
        assertThat(report()).contains("DELIVERED");
    }

    @Test
    void a_number_that_is_never_reached_is_reported_so() throws Exception {
        post(sms(ID, "+4917139200099"));
        assertThat(report()).contains("FAILED");
    }

    @Test
    void what_is_unsigned_or_no_message_is_refused() throws Exception {
        assertThat(post(sms(ID, "+4917139200001"), "00")).isEqualTo(401);
        assertThat(post(sms(ID, "0171"))).isEqualTo(422);
        assertThat(post(sms("no-id", "+4917139200001"))).isEqualTo(400);
        assertThat(post("no json")).isEqualTo(400);
        assertThat(get("/sms")).isEqualTo("[ ]");
    }

    @Test
    void what_was_kept_is_there_after_a_restart_and_not_reported_again() throws Exception {
        post(sms(ID, "+4917139200001"));
        report();
        var kept = new SmsStore(folder);
        for (var pause = 0; pause < 100 && !kept.all().getFirst().reported(); pause++) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            kept = new SmsStore(folder);
        }
        server.stop(0);
        server = started();
        assertThat(get("/sms")).contains("KIM: новина");
        assertThat(post(sms(ID, "+4917139200001"))).isEqualTo(202);
        assertThat(reports.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
}
