package de.kim.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Binds the request's {@link RequestStory} and writes its one line into the log: method, template
 * of the path, status, duration. The path itself, the query and the body may hold what is personal
 * and are not logged.
 */
final class StoryFilter extends OncePerRequestFilter {
    static final String HEADER = "Correlation-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Logger LOG = LoggerFactory.getLogger("de.kim.requests");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestStory story = new RequestStory(correlationId(request), null);
        long start = System.nanoTime();
        RequestStory.bind(story);
        response.setHeader(HEADER, story.correlationId());
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response, Duration.ofNanos(System.nanoTime() - start));
            RequestStory.unbind();
        }
    }

    private static void log(
            HttpServletRequest request, HttpServletResponse response, Duration duration) {
        Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = template == null ? "unmatched" : template.toString();
        boolean watched = path.startsWith("/actuator");
        (watched ? LOG.atDebug() : LOG.atInfo())
                .addKeyValue("method", knownMethod(request.getMethod()))
                .addKeyValue("path", path)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("millis", duration.toMillis())
                .log(
                        "{} {} {} in {} ms",
                        knownMethod(request.getMethod()),
                        path,
                        response.getStatus(),
                        duration.toMillis());
    }

    /** The method is the caller's free text, too. */
    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" -> method;
            default -> "OTHER";
        };
    }

    private static String correlationId(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
