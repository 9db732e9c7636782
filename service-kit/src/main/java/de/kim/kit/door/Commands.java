package de.kim.kit.door;

import java.util.List;

/**
 * The way policies' commands go: one after the other inside the current root unit of work. A
 * refused command ({@link de.kim.kit.refusal.Refused}) rolls back its own partial work, is counted,
 * and does not stop the others; any other exception is a failure of the whole unit of work.
 */
public interface Commands {
    void send(List<?> commands);

    default void send(Object command) {
        send(List.of(command));
    }
}
