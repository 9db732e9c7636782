package de.kim.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All public events by their name on the wire, read off the sealed families. */
public final class WireNames {
    private static final Map<String, Class<? extends PublicEvent>> BY_NAME = byName();

    private WireNames() {}

    /** The wire name of an event, such as {@code kim.allocations.place-offered.v1}. */
    public static String of(Class<? extends PublicEvent> event) {
        WireName name = event.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalArgumentException(event + " has no wire name");
        }
        return name.value();
    }

    /** The event with this wire name; empty when this version of KIM does not know it. */
    public static Optional<Class<? extends PublicEvent>> event(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** Every event, sorted by wire name. */
    public static Map<String, Class<? extends PublicEvent>> all() {
        return BY_NAME;
    }

    private static Map<String, Class<? extends PublicEvent>> byName() {
        Map<String, Class<? extends PublicEvent>> names = new TreeMap<>();
        leaves(PublicEvent.class).forEach(event -> names.put(of(event), event));
        return Collections.unmodifiableMap(names);
    }

    private static Stream<Class<? extends PublicEvent>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireNames::leaves)
                : Stream.of(type.asSubclass(PublicEvent.class));
    }
}
