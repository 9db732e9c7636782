package de.kim.kit.web.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Reads a value from a JSON string and from nothing else. Jackson's own readers of dates take
 * numbers and arrays too, and its reader of UUIDs takes base 64.
 */
final class StrictScalar<T> extends StdScalarDeserializer<T> {
    /** Years outside are typing errors, and PostgreSQL and date arithmetic have limits too. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");

    private final Class<T> type;
    private final Function<String, T> read;

    StrictScalar(Class<T> type, Function<String, T> read) {
        super(type);
        this.type = type;
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        String text = json.getString();
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw InvalidFormatException.from(json, "not a " + type.getSimpleName(), text, type);
        }
    }

    static String text(String text) {
        if (!TextRules.storable(text)) {
            throw new IllegalArgumentException();
        }
        return TextRules.normalised(text);
    }

    static LocalDate date(String text) {
        return inRange(LocalDate.parse(text));
    }

    static LocalTime time(String text) {
        if (!TIME_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return LocalTime.parse(text);
    }

    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        inRange(instant.atOffset(ZoneOffset.UTC).toLocalDate());
        return instant;
    }

    static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return UUID.fromString(text);
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("year");
        }
        return date;
    }
}
