package de.kim.kit.door;

/**
 * The way out of a service: what becomes of each stored event. The service's {@code Outbox}
 * implements it as one exhaustive {@code switch} over the sealed root of its histories. It is asked
 * twice, when an event is appended (is it public? then it gets the next sequence of its subject)
 * and when it is published, so {@link #say} is pure.
 *
 * @param <S> the sealed root of the service's stored events
 */
public interface OutDoor<S> {
    /** The sealed root of the service's stored events. */
    Class<S> stored();

    Saying say(S event);
}
