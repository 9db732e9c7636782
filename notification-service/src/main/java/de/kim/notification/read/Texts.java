package de.kim.notification.read;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The {@link Text}s of one language: messages of ICU (plural, dates), one file per language under
 * {@code texts/}. Times are those of Osnabrück. A missing or surplus text stops the service when it
 * starts.
 */
public final class Texts {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final TimeZone OSNABRUECK = TimeZone.getFrozenTimeZone(ZONE.getId());
    private static final Map<Language, Texts> ALL = all();

    private final Language language;
    private final Map<Text, String> patterns = new EnumMap<>(Text.class);

    private Texts(Language language) {
        this.language = language;
        Properties file = file(language);
        for (Text text : Text.values()) {
            Object pattern = file.remove(text.key());
            if (!(pattern instanceof String found) || found.isBlank()) {
                throw new IllegalStateException(language + " has no text " + text.key());
            }
            patterns.put(text, found);
        }
        if (!file.isEmpty()) {
            throw new IllegalStateException(language + " has texts of no use: " + file.keySet());
        }
    }

    public static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    /** A text without arguments. */
    public String say(Text text) {
        return say(text, Map.of());
    }

    /** A text with one argument. */
    public String say(Text text, String name, Object argument) {
        return say(text, Map.of(name, argument));
    }

    /**
     * A text with its arguments by name.
     *
     * @param arguments numbers, texts, {@link Instant}s, and {@link LocalDate}s
     */
    public String say(Text text, Map<String, Object> arguments) {
        // not kept: a MessageFormat is for one thread
        MessageFormat format = new MessageFormat(pattern(text), language.locale());
        for (Format part : format.getFormats()) {
            if (part instanceof DateFormat date) {
                date.setTimeZone(OSNABRUECK);
            }
        }
        Map<String, Object> values = new HashMap<>();
        arguments.forEach((name, value) -> values.put(name, value(value)));
        return format.format(values);
    }

    String pattern(Text text) {
        String pattern = patterns.get(text);
        if (pattern == null) {
            throw new IllegalStateException(language + " has no text " + text.key());
        }
        return pattern;
    }

    /** ICU takes a moment as milliseconds since 1970. */
    private static Object value(Object argument) {
        return switch (argument) {
            case Instant moment -> moment.toEpochMilli();
            case LocalDate day -> day.atStartOfDay(ZONE).toInstant().toEpochMilli();
            default -> argument;
        };
    }

    private static Map<Language, Texts> all() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language));
        }
        return all;
    }

    private static Properties file(Language language) {
        String name = "/texts/" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties file = new Properties();
                file.load(reader);
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
