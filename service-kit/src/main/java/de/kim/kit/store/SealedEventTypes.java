package de.kim.kit.store;

import java.util.HashMap;
import java.util.Map;

/** {@link StoredEventTypes} read once from sealed families. */
final class SealedEventTypes implements StoredEventTypes {
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, Class<?>> classes = new HashMap<>();

    static SealedEventTypes of(Class<?>... roots) {
        SealedEventTypes types = new SealedEventTypes();
        for (Class<?> root : roots) {
            if (!root.isSealed()) {
                throw new IllegalArgumentException(root.getName() + " is not sealed");
            }
            types.add(root);
        }
        return types;
    }

    private void add(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                add(permitted);
            }
        }
        if (!type.isInterface() && !names.containsKey(type)) {
            name(type);
        }
    }

    private void name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String name =
                outer == null
                        ? type.getSimpleName()
                        : outer.getSimpleName() + '.' + type.getSimpleName();
        Class<?> other = classes.putIfAbsent(name, type);
        if (other != null) {
            throw new IllegalArgumentException(
                    name + " would mean both " + type.getName() + " and " + other.getName());
        }
        names.put(type, name);
    }

    @Override
    public String nameOf(Class<?> eventClass) {
        String name = names.get(eventClass);
        if (name == null) {
            throw new UnknownStoredEventException(
                    eventClass.getName() + " is not one of this service's stored events");
        }
        return name;
    }

    @Override
    public Class<?> classOf(String name) {
        Class<?> type = classes.get(name);
        if (type == null) {
            throw new UnknownStoredEventException(
                    "No stored event of this service is called " + name);
        }
        return type;
    }
}
