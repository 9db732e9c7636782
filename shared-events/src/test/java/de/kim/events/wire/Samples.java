package de.kim.events.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One sample of each record, with every field filled: the same each time. */
final class Samples {
    private Samples() {}

    static Object of(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values =
                Arrays.stream(components)
                        .map(c -> value(c.getName(), c.getGenericType()))
                        .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("no sample of " + record, e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? Map.of(value("key", of[0]), value("value", of[1]))
                    : List.of(value(name, of[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return of(plain);
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : scalar(name, plain);
    }

    private static Object scalar(String name, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.nameUUIDFromBytes(new byte[] {(byte) name.hashCode()});
            case "String" -> "sample-" + name.toLowerCase(Locale.ROOT);
            case "int", "Integer" -> 3;
            case "long", "Long" -> 7L;
            case "boolean", "Boolean" -> true;
            case "LocalDate" -> LocalDate.of(2026, 11, 23);
            case "LocalTime" -> LocalTime.of(name.equals("to") ? 12 : 9, 30);
            case "Instant" -> Instant.parse("2026-11-23T08:15:30.123456Z");
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }
}
