package de.kim.audit.bundle;

import de.kim.events.Envelope;
import de.kim.events.PublicEvent;
import de.kim.events.WireNames;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of the ledger, as far as an audit reads it.
 *
 * @param known what it says; null when its type is not known to this version
 */
record EventLine(
        UUID id,
        String source,
        String subject,
        long sequence,
        String type,
        Instant time,
        @Nullable Envelope known) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is no public event
     */
    static EventLine read(byte[] bytes) {
        try {
            JsonNode event = BundleJson.MAPPER.readTree(bytes);
            return read(event, text(event, "type"));
        } catch (RuntimeException e) {
            // of JSON, of a record that refuses its values, or of text that is no number or time
            throw new IllegalArgumentException("no public event", e);
        }
    }

    private static EventLine read(JsonNode event, String type) {
        UUID id = UUID.fromString(text(event, "id"));
        String source = text(event, "source");
        String subject = text(event, "subject");
        long sequence = Long.parseLong(text(event, "sequence"));
        Instant time = Instant.parse(text(event, "time"));
        Optional<Class<? extends PublicEvent>> known = WireNames.event(type);
        if (known.isEmpty()) {
            return new EventLine(id, source, subject, sequence, type, time, null);
        }
        PublicEvent data = BundleJson.MAPPER.treeToValue(event.get("data"), known.get());
        if (!data.subject().equals(subject)) {
            throw new IllegalArgumentException("the subject is not that of the data");
        }
        Envelope envelope =
                new Envelope(
                        id,
                        source,
                        sequence,
                        time,
                        text(event, "correlationid"),
                        text(event, "causationid"),
                        event.has("body") ? text(event, "body") : null,
                        data);
        return new EventLine(id, source, subject, sequence, type, time, envelope);
    }

    private static String text(JsonNode event, String name) {
        return event.get(name).stringValue();
    }

    /** The topic: the wire type without event and version. */
    String topic() {
        int version = type.lastIndexOf('.');
        int name = version < 0 ? -1 : type.lastIndexOf('.', version - 1);
        return name < 0 ? type : type.substring(0, name);
    }
}
