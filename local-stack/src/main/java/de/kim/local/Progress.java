package de.kim.local;

/**
 * Who is told what the stack is doing while it takes more than a moment. Called from several
 * threads.
 */
@FunctionalInterface
public interface Progress {
    /** Tells nobody: for tests and programs. */
    Progress SILENT = (component, what) -> {};

    /**
     * One step of one component.
     *
     * @param component its name, such as {@code postgres}
     * @param what what it does now, such as {@code starting}
     */
    void tell(String component, String what);
}
