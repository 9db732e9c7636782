package de.kim.kit.store;

/** An event that this version of the service cannot store or cannot read. Never skipped. */
public final class UnknownStoredEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownStoredEventException(String message) {
        super(message);
    }
}
