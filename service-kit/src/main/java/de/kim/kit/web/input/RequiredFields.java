package de.kim.kit.web.input;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record component is required unless its type is {@code @Nullable}: what the compiler believes
 * of a request record is made true when one is read.
 */
public final class RequiredFields {
    private RequiredFields() {}

    /** The paths, such as {@code wishes[0].providerId}, that are null and may not be. */
    public static List<String> missing(Object body) {
        List<String> missing = new ArrayList<>();
        visit(body, "", missing);
        return missing;
    }

    private static void visit(Object value, String path, List<String> missing) {
        if (value instanceof Record body) {
            for (RecordComponent component : body.getClass().getRecordComponents()) {
                String name =
                        path.isEmpty() ? component.getName() : path + "." + component.getName();
                check(valueOf(component, body), component.getAnnotatedType(), name, missing);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(list.get(i), null, path + "[" + i + "]", missing);
            }
        }
    }

    private static void check(
            @Nullable Object value,
            @Nullable AnnotatedType type,
            String path,
            List<String> missing) {
        if (value != null) {
            visit(value, path, missing);
        } else if (type == null || !type.isAnnotationPresent(Nullable.class)) {
            missing.add(path);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record body) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(body);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record reads its own components", e);
        }
    }
}
