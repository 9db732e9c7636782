package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * The content of the file of one ring: a line that says what it is, then one line for each key,
 * with class, id, and the key encrypted under the key-encryption key.
 */
record RingFile(Map<DataClass, Entry> entries) {
    private static final String FIRST_LINE = "kim-keyring 1";

    RingFile {
        entries = Map.copyOf(entries);
    }

    record Entry(UUID id, byte[] encrypted) {}

    RingFile with(DataClass dataClass, Entry entry) {
        Map<DataClass, Entry> all = new EnumMap<>(DataClass.class);
        all.putAll(entries);
        all.put(dataClass, entry);
        return new RingFile(all);
    }

    RingFile without(Map<DataClass, UUID> keys) {
        Map<DataClass, Entry> rest = new EnumMap<>(DataClass.class);
        entries.forEach(
                (dataClass, entry) -> {
                    if (!entry.id().equals(keys.get(dataClass))) {
                        rest.put(dataClass, entry);
                    }
                });
        return new RingFile(rest);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        entries.forEach(
                (dataClass, entry) ->
                        text.append(dataClass)
                                .append(' ')
                                .append(entry.id())
                                .append(' ')
                                .append(Base64.getEncoder().encodeToString(entry.encrypted()))
                                .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a file was overwritten and is only waiting to be removed. */
    static boolean isWiped(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    static RingFile parse(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\n");
        if (!lines[0].equals(FIRST_LINE)) {
            throw new IllegalStateException("A file of the key store is no keyring");
        }
        Map<DataClass, Entry> entries = new EnumMap<>(DataClass.class);
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] parts = line.split(" ");
            entries.put(
                    DataClass.valueOf(parts[0]),
                    new Entry(UUID.fromString(parts[1]), Base64.getDecoder().decode(parts[2])));
        }
        return new RingFile(entries);
    }
}
