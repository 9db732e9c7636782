package de.kim.kit.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kim.events.Envelope;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.WireNames;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public events on the wire: CloudEvents 1.0 in structured mode, one line of JSON. The same event
 * always becomes the same bytes. Reading tolerates fields it does not know; a field that is missing
 * and not {@code @Nullable} makes the record malformed.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">
 *     CloudEvents JSON format 1.0.2</a>
 */
public final class CloudEventJson {
    private static final String SPEC_VERSION = "1.0";
    private static final int LONGEST_NAME = 500;

    private final JsonMapper json =
            JsonMapper.builder()
                    .annotationIntrospector(new RequiredUnlessNullable())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /** What became of bytes. */
    public sealed interface Reading {
        /** An event that this version knows. */
        record Known(Envelope envelope) implements Reading {}

        /** A profile, or the next version of one. */
        record KnownProfile(Profile profile) implements Reading {}

        /** A CloudEvent of a type that this version does not know. */
        record Unknown(
                UUID id,
                String type,
                String source,
                String subject,
                long sequence,
                Instant time,
                String correlationId,
                String causationId,
                @Nullable String body)
                implements Reading {}

        /**
         * No CloudEvent, or one whose data is not what its type says.
         *
         * @param reason without any of the data
         */
        record Malformed(String reason) implements Reading {}
    }

    /** The event as it stands in the record, in this order. */
    private record Line(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            String time,
            String datacontenttype,
            String sequence,
            String correlationid,
            String causationid,
            @Nullable String body,
            Object data) {

        static Line of(
                Envelope envelope,
                UUID id,
                String type,
                String subject,
                long sequence,
                Object data) {
            return new Line(
                    SPEC_VERSION,
                    id.toString(),
                    envelope.source(),
                    type,
                    subject,
                    envelope.time().toString(),
                    "application/json",
                    // A string, as the sequence extension of CloudEvents wants it.
                    Long.toString(sequence),
                    envelope.correlationId(),
                    envelope.causationId(),
                    envelope.body(),
                    data);
        }
    }

    /** The event as one line of JSON, UTF-8. */
    public byte[] write(Envelope envelope) {
        return json.writeValueAsBytes(
                Line.of(
                        envelope,
                        envelope.id(),
                        envelope.type(),
                        envelope.subject(),
                        envelope.sequence(),
                        envelope.event()));
    }

    /**
     * A profile as one line of JSON, UTF-8. Its sequence is its version, its other attributes are
     * those of the event that it goes with.
     */
    public byte[] write(Profile profile, Envelope goesWith) {
        return json.writeValueAsBytes(
                Line.of(
                        goesWith,
                        profileId(profile),
                        Profile.WIRE_NAME,
                        profile.referralId().toString(),
                        profile.version(),
                        profile));
    }

    private static UUID profileId(Profile profile) {
        String name = Profile.WIRE_NAME + '/' + profile.referralId() + '/' + profile.version();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one record; never throws. */
    public Reading read(byte[] bytes) {
        try {
            return read(json.readTree(bytes));
        } catch (Unreadable e) {
            return new Reading.Malformed(e.reason);
        } catch (JacksonException e) {
            return new Reading.Malformed("not JSON");
        }
    }

    private Reading read(JsonNode event) {
        if (!event.isObject() || !SPEC_VERSION.equals(text(event, "specversion"))) {
            throw new Unreadable("not a CloudEvent of version " + SPEC_VERSION);
        }
        String type = text(event, "type");
        String source = text(event, "source");
        String subject = text(event, "subject");
        long sequence = sequence(event);
        if (type.equals(Profile.WIRE_NAME)) {
            return profile(event, subject, sequence);
        }
        Optional<Class<? extends PublicEvent>> known = WireNames.event(type);
        return known.isPresent()
                ? known(event, known.get(), source, subject, sequence)
                : unknown(event, type, source, subject, sequence);
    }

    private static Reading unknown(
            JsonNode event, String type, String source, String subject, long sequence) {
        return new Reading.Unknown(
                id(event),
                type,
                source,
                subject,
                sequence,
                time(event),
                text(event, "correlationid"),
                text(event, "causationid"),
                body(event));
    }

    private Reading known(
            JsonNode event,
            Class<? extends PublicEvent> type,
            String source,
            String subject,
            long sequence) {
        Envelope envelope =
                new Envelope(
                        id(event),
                        source,
                        sequence,
                        time(event),
                        text(event, "correlationid"),
                        text(event, "causationid"),
                        body(event),
                        data(event, type));
        if (!envelope.subject().equals(subject)) {
            throw new Unreadable("the subject is not that of the data");
        }
        return new Reading.Known(envelope);
    }

    private Reading profile(JsonNode event, String subject, long sequence) {
        Profile profile = data(event, Profile.class);
        if (!profile.referralId().toString().equals(subject) || profile.version() != sequence) {
            throw new Unreadable("the subject or sequence is not that of the profile");
        }
        return new Reading.KnownProfile(profile);
    }

    private <T> T data(JsonNode event, Class<T> type) {
        try {
            T data = json.treeToValue(event.get("data"), type);
            if (data == null) {
                throw new Unreadable("no data");
            }
            return data;
        } catch (JacksonException e) {
            throw new Unreadable("data does not fit the type: " + e.getPathReference());
        }
    }

    private static String text(JsonNode event, String attribute) {
        JsonNode value = event.get(attribute);
        if (value == null || !value.isString() || value.stringValue().isEmpty()) {
            throw new Unreadable("no " + attribute);
        }
        String text = value.stringValue();
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable(attribute + " is too long or has control characters");
        }
        return text;
    }

    private static @Nullable String body(JsonNode event) {
        return event.has("body") ? text(event, "body") : null;
    }

    private static long sequence(JsonNode event) {
        try {
            long sequence = Long.parseLong(text(event, "sequence"));
            if (sequence >= 1 && sequence < Long.MAX_VALUE) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new Unreadable("sequence is not a number", e);
        }
        throw new Unreadable("sequence is out of range");
    }

    private static UUID id(JsonNode event) {
        try {
            return UUID.fromString(text(event, "id"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("id is not a UUID", e);
        }
    }

    private static Instant time(JsonNode event) {
        try {
            return Instant.parse(text(event, "time"));
        } catch (DateTimeException e) {
            throw new Unreadable("time is not RFC 3339", e);
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unreadable(String reason) {
            this(reason, null);
        }

        Unreadable(String reason, @Nullable Throwable cause) {
            super(reason, cause, false, false);
            this.reason = reason;
        }
    }
}
