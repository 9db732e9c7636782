package de.kim.allocation.read;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Lists kept in columns of type {@code jsonb}; read leniently, for an older version wrote them. */
public final class JsonColumn {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonColumn() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> T read(String column, Class<T> type) {
        return JSON.readValue(column, type);
    }

    public static <T> List<T> list(String column, Class<T> of) {
        return JSON.readValue(
                column, JSON.getTypeFactory().constructCollectionType(List.class, of));
    }
}
