package de.kim.kit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An HTTP answer at rest.
 *
 * @param body its bytes
 */
record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final int FIRST_ERROR = 400;

    /** Headers that belong to the effect and not to the connection. */
    private static final Set<String> KEPT = Set.of("content-type", "location", "etag");

    boolean isError() {
        return status >= FIRST_ERROR;
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The headers to keep, one a line. */
    String keptHeaders() {
        return headers.entrySet().stream()
                .filter(h -> KEPT.contains(h.getKey().toLowerCase(Locale.ROOT)))
                .map(h -> h.getKey() + ": " + h.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines()
                .map(line -> line.split(": ", 2))
                .forEach(header -> headers.put(header[0], header[1]));
        return headers;
    }
}
