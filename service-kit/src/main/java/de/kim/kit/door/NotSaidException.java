package de.kim.kit.door;

import org.jspecify.annotations.Nullable;

/** A public event was not acknowledged by the broker: it is said again. */
final class NotSaidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSaidException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
