package de.kim.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for a service where only starting and stopping is tested: answers with its settings, or
 * dies.
 */
public final class StandIn {
    private StandIn() {}

    public static void main(String[] args) throws Exception {
        if (StandIn.class.getResource("/broken") != null) {
            System.out.println("the table of contents is missing");
            System.exit(7);
        }
        var address =
                new InetSocketAddress(
                        System.getenv().getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
                        Integer.parseInt(System.getenv("SERVER_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    var body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }
}
