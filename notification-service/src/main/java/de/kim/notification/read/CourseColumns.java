package de.kim.notification.read;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Lists about a course in columns of type {@code jsonb}. */
final class CourseColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CourseColumns() {}

    static String write(List<?> list) {
        return JSON.writeValueAsString(list);
    }

    static <T> List<T> read(String column, Class<T> of) {
        return JSON.readValue(
                column, JSON.getTypeFactory().constructCollectionType(List.class, of));
    }
}
