package de.kim.kit.work;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What every message takes over from the one that led to it: the first message of the story, the
 * message just before, and the acting organisation. It begins at the HTTP request, is stored with
 * each event, travels in the envelope and goes on in the next service.
 */
public final class MessageOrigin implements CorrelationDataProvider {
    /** The first message of the story. */
    public static final String CORRELATION_ID = "correlationId";

    /** The message that led to this one: an event's id, or a command's when nothing was before. */
    public static final String CAUSATION_ID = "causationId";

    /** The acting organisation; absent when a clock acts. */
    public static final String BODY = "body";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> origin = new HashMap<>(message.getMetaData());
        origin.putIfAbsent(CORRELATION_ID, message.getIdentifier());
        if (message instanceof EventMessage<?>) {
            origin.put(CAUSATION_ID, message.getIdentifier());
        } else {
            origin.putIfAbsent(CAUSATION_ID, message.getIdentifier());
        }
        return origin;
    }
}
