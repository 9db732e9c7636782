package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Where the next page of a list begins: the sort key of the last item shown. Opaque to callers; one
 * that was cut, changed or made for another list is refused with {@code INVALID_CURSOR}.
 *
 * @param list the list's name, such as {@code offers}
 * @param key the sort key, part by part
 */
public record Cursor(String list, List<String> key) {
    private static final char SEPARATOR = '\u001f';
    private static final int MAX_LENGTH = 1000;
    private static final long LAST_DAY = LocalDate.of(2999, 12, 31).toEpochDay();

    public Cursor {
        key = List.copyOf(key);
    }

    /** The cursor after the item with this sort key. */
    public static Cursor after(String list, Object... key) {
        return new Cursor(list, List.of(key).stream().map(Object::toString).toList());
    }

    /** What callers hand back. */
    public String opaque() {
        byte[] text = joined().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length);
        bytes.putInt(checksum(text)).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Cursor parse(String opaque) {
        if (opaque.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(opaque));
            if (bytes.remaining() <= Integer.BYTES) {
                throw invalid();
            }
            int checksum = bytes.getInt();
            byte[] text = new byte[bytes.remaining()];
            bytes.get(text);
            if (checksum != checksum(text)) {
                throw invalid();
            }
            return split(text);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /** Refuses a cursor of another list, or with another number of parts. */
    public Cursor of(String expectedList, int parts) {
        if (!list.equals(expectedList) || key.size() != parts) {
            throw invalid();
        }
        return this;
    }

    public String text(int part) {
        return key.get(part);
    }

    public long number(int part) {
        try {
            return Long.parseLong(text(part));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** A day, given as its number since 1970: none before and none after this millennium. */
    public LocalDate day(int part) {
        long day = number(part);
        if (day < 0 || day > LAST_DAY) {
            throw invalid();
        }
        return LocalDate.ofEpochDay(day);
    }

    public UUID id(int part) {
        try {
            return UUID.fromString(text(part));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private String joined() {
        return list + SEPARATOR + String.join(String.valueOf(SEPARATOR), key);
    }

    private static Cursor split(byte[] text) throws CharacterCodingException {
        String joined =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        List<String> parts = List.of(joined.split(String.valueOf(SEPARATOR), -1));
        if (parts.stream().anyMatch(part -> part.chars().anyMatch(Character::isISOControl))) {
            throw invalid();
        }
        return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
    }

    /** Notices accidents, not forgery: a cursor gives access to nothing. */
    private static int checksum(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return (int) crc.getValue();
    }

    private static Refused invalid() {
        return new Refused(WebRefusal.INVALID_CURSOR);
    }
}
