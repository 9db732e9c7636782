package de.kim.kit.store;

/**
 * The stable names under which events are stored, for example {@code PlacementHistory.Offered}.
 * They outlive every renaming of a Java package, so a stored event never names one.
 */
public interface StoredEventTypes {
    /**
     * The name of a stored event's class.
     *
     * @throws UnknownStoredEventException when the class is not one of the service's stored events
     */
    String nameOf(Class<?> eventClass);

    /**
     * The class of a stored name.
     *
     * @throws UnknownStoredEventException when no stored event of the service has that name
     */
    Class<?> classOf(String name);

    /**
     * The types of sealed families: every record below one of the roots, named by its own simple
     * name behind that of the type it is nested in.
     *
     * @throws IllegalArgumentException when a root is not sealed, or two classes get the same name
     */
    static StoredEventTypes ofSealed(Class<?>... roots) {
        return SealedEventTypes.of(roots);
    }
}
