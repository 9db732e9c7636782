package de.kim.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One process of the stack: what is special about it. What all have in common is in {@link
 * Lifecycle}.
 */
public interface Component {
    /** Its name in messages, in {@code logs NAME} and in the names of its files. */
    String name();

    /** The names of the ports it listens on, see {@link de.kim.local.Ports}. */
    Set<String> listeners();

    /** Makes ready what the process needs before it starts: unpacked files, formatted storage. */
    default void prepare() {}

    /**
     * How it is started, with the settings of now.
     *
     * @param options of its JVM, in addition; a process without one never gets any
     */
    Launch launch(List<String> options);

    /** What makes its start quicker, there or not; empty where nothing does. */
    default Optional<AotCache> cache() {
        return Optional.empty();
    }

    /** Whether it does its work: one cheap question to the process itself. */
    boolean ready();

    /**
     * What has to hold once it is ready, done at every {@code up}: databases, topics. Must be
     * repeatable.
     */
    default void settle() {}

    /**
     * A running process of this component that no pid file knows, recognised by the component's own
     * means.
     */
    default OptionalLong orphan() {
        return OptionalLong.empty();
    }

    /**
     * How long a start may take before it counts as failed. A death is noticed at once; this is
     * only for a process that lives and does not answer, and generous to a machine that does much
     * else.
     */
    default Duration patience() {
        return Duration.ofSeconds(180);
    }

    /** The signal that asks it to stop in good order. */
    default String stopSignal() {
        return "TERM";
    }

    /** How long it may take to stop by itself before it is stopped hard. */
    default Duration grace() {
        return Duration.ofSeconds(20);
    }
}
