package de.kim.kit.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Which story the request of this thread belongs to, and which organisation tells it; bound while
 * the request is served. Every event that it leads to carries both.
 *
 * @param correlationId given by the caller in {@code Correlation-Id}, or new
 * @param body the acting organisation, never a person; null when none is named
 */
public record RequestStory(String correlationId, @Nullable String body) {
    /** Name of the correlation id in logs and in the metadata of messages. */
    public static final String CORRELATION_ID = "correlationId";

    /** Name of the acting organisation in logs and in the metadata of messages. */
    public static final String BODY = "body";

    private static final ThreadLocal<RequestStory> CURRENT = new ThreadLocal<>();

    /** The story of the request that this thread serves. */
    public static Optional<RequestStory> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** What goes into the metadata of the messages of this story. */
    public Map<String, String> metadata() {
        return body == null
                ? Map.of(CORRELATION_ID, correlationId)
                : Map.of(CORRELATION_ID, correlationId, BODY, body);
    }

    /** Names whoever tells the story of this thread, once that is known. */
    static void tellBy(String body) {
        current()
                .map(RequestStory::correlationId)
                .ifPresent(id -> bind(new RequestStory(id, body)));
    }

    static void bind(RequestStory story) {
        CURRENT.set(story);
        story.metadata().forEach(MDC::put);
    }

    static void unbind() {
        CURRENT.remove();
        MDC.remove(CORRELATION_ID);
        MDC.remove(BODY);
    }
}
