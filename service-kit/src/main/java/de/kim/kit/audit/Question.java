package de.kim.kit.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a request asks for.
 *
 * @param endpoint method and template of the path
 * @param path the path with what it asks for
 * @param quarter the one it names
 * @param ids whatever it names that could be a referral
 * @param referral the one it names; null: none that is known here
 */
record Question(
        String endpoint,
        String path,
        @Nullable String quarter,
        Set<UUID> ids,
        @Nullable UUID referral) {
    private static final int LONGEST_PATH = 500;

    static Question of(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        Map<?, ?> variables = variables(request);
        Object quarter = variables.get("quarter");
        return new Question(
                request.getMethod()
                        + " "
                        + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                path.substring(0, Math.min(LONGEST_PATH, path.length())),
                quarter == null ? request.getParameter("quarter") : quarter.toString(),
                ids(variables, request),
                null);
    }

    Question about(UUID known) {
        return new Question(endpoint, path, quarter, ids, known);
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE),
                Map.of());
    }

    private static Set<UUID> ids(Map<?, ?> variables, HttpServletRequest request) {
        Set<UUID> ids = new LinkedHashSet<>();
        Stream.concat(
                        variables.values().stream().map(Object::toString),
                        request.getParameterMap().values().stream().flatMap(Arrays::stream))
                .forEach(text -> add(ids, text));
        return ids;
    }

    private static void add(Set<UUID> ids, String text) {
        try {
            ids.add(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            // no id, so no referral
        }
    }
}
