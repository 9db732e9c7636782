package de.kim.kit.door;

/** Is told of every step of the doors; in production nobody listens. */
@FunctionalInterface
public interface StepListener {
    /** The listener that does nothing. */
    StepListener NONE = step -> {};

    void reached(Step step);
}
