package de.kim.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.kim.local.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The mails over HTTP: {@code /} a page, {@code /mails} the list as JSON (latest first; {@code
 * ?to=ADDRESS} only those to one address), {@code /mails/ID} one mail as it came in.
 */
final class MailPages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final MailStore store;

    MailPages(MailStore store) {
        this.store = store;
    }

    void serve(HttpServer server) {
        server.createContext("/", this::answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                send(
                        exchange,
                        405,
                        TEXT,
                        "Only GET is served here.\n".getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("/")) {
                send(exchange, 200, HTML, page(store.all()).getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("/mails")) {
                send(
                        exchange,
                        200,
                        "application/json",
                        Json.text(wanted(exchange)).getBytes(StandardCharsets.UTF_8));
            } else {
                raw(exchange, path.replaceFirst("^/mails/", ""));
            }
        }
    }

    private List<Mail> wanted(HttpExchange exchange) {
        var address =
                Optional.ofNullable(exchange.getRequestURI().getQuery())
                        .filter(q -> q.startsWith("to="))
                        .map(q -> q.substring(3));
        return store.all().stream().filter(m -> address.map(m::wentTo).orElse(true)).toList();
    }

    private void raw(HttpExchange exchange, String id) throws IOException {
        var bytes = store.raw(id);
        send(
                exchange,
                bytes.isPresent() ? 200 : 404,
                TEXT,
                bytes.orElse("There is no such mail.\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String page(List<Mail> mails) {
        var page =
                new StringBuilder(
                        """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title>
                <style>body{font:16px sans-serif;margin:2em;max-width:60em}article{border-top:1px solid #999}
                pre{white-space:pre-wrap;background:#f4f4f4;padding:1em}</style>
                <h1>%d mails, latest first</h1><p>SMS: <a href="/sms">/sms</a></p>
                """
                                .formatted(mails.size()));
        mails.forEach(
                mail ->
                        page.append(
                                """
                <article><h2><a href="/mails/%s">%s</a></h2><p>%s, from %s to %s</p><pre>%s</pre></article>
                """
                                        .formatted(
                                                escaped(mail.id()),
                                                escaped(
                                                        mail.subject().isEmpty()
                                                                ? "(no subject)"
                                                                : mail.subject()),
                                                mail.received(),
                                                escaped(mail.from()),
                                                escaped(String.join(", ", mail.to())),
                                                escaped(mail.text()))));
        return page.append("</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
