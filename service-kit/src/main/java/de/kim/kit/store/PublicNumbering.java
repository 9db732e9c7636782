package de.kim.kit.store;

/**
 * Which stored events are public, asked once per event when it is appended: a public event gets the
 * next number of its aggregate, without a gap. The service's {@code Outbox} answers it.
 */
@FunctionalInterface
public interface PublicNumbering {
    boolean isPublic(Object payload);
}
