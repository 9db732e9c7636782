package de.kim.system.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Stands where referral-service would answer and knows an address of everybody, in ten languages in
 * turn: what is measured is what notification-service does.
 */
final class InventedContacts implements AutoCloseable {
    private static final List<String> LANGUAGES =
            List.of("de", "en", "uk", "ar", "fa", "tr", "ru", "ku", "fr", "es");

    private final HttpServer server;

    /** On a port of its own. */
    InventedContacts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/contacts/", InventedContacts::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var language = LANGUAGES.get(Math.floorMod(id.hashCode(), LANGUAGES.size()));
        var json =
                """
                {"name":"Beispiel Muster","email":"%s@muster.example","preferredLanguage":"%s"}"""
                        .formatted(id, language)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
