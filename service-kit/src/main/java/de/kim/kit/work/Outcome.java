package de.kim.kit.work;

import de.kim.kit.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {
    /**
     * The command took effect.
     *
     * @param result what its handler returned, often null
     */
    record Done(@Nullable Object result) implements Outcome {}

    /** The command was refused, and nothing of it remains. */
    record NotDone(Refusal refusal) implements Outcome {}
}
