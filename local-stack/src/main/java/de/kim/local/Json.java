package de.kim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the command line writes and reads it. */
public final class Json {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    private Json() {}

    /** Readable JSON text. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads what {@link #text} wrote. */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static Map<String, Integer> numbers(Path file) {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        return MAPPER.readValue(file.toFile(), new TypeReference<TreeMap<String, Integer>>() {});
    }

    static void write(Path file, Object value) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text(value) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
