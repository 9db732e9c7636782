package de.kim.kit.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes iCalendar (RFC 5545) line by line: text escaped, lines folded, all ends CRLF. The caller
 * knows which properties stand where. Written here because biweekly, which reads it in our tests,
 * folds by characters and so makes lines of more octets than § 3.1 wants.
 */
public final class ICalendar {
    /** § 3.1: octets of a line, its end not counted. */
    private static final int MOST_OCTETS = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** Begins a component, such as {@code VEVENT}. */
    public void begin(String component) {
        raw("BEGIN", component);
    }

    /** Ends what was begun last. */
    public void end(String component) {
        raw("END", component);
    }

    /** A value that is written as it stands: a code, a number, an address without spaces. */
    public void raw(String property, String value) {
        line(property + ":" + value);
    }

    /** A value that people read: whatever stands in it stays text. */
    public void text(String property, String value) {
        line(property + ":" + escaped(value));
    }

    /** A whole day. */
    public void day(String property, LocalDate day) {
        line(property + ";VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /** A moment, in UTC. */
    public void instant(String property, Instant instant) {
        raw(property, UTC.format(instant));
    }

    /** All that was written. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** § 3.3.11; a line end within a text is written as one whatever it was. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folded between characters, never within one. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
