package de.kim.system.bench;

/**
 * Something that was acknowledged is not there, or is there twice: no figure of this run counts.
 */
final class VoidRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoidRunException(String what, long acknowledged, long stored) {
        super(
                "void run: %s: %d were acknowledged, %d are stored"
                        .formatted(what, acknowledged, stored));
    }

    /** Refuses a figure whose work is not there. */
    static void unlessEqual(String what, long acknowledged, long stored) {
        if (acknowledged != stored) {
            throw new VoidRunException(what, acknowledged, stored);
        }
    }

    /** Refuses a figure for which less was done than had been acknowledged before. */
    static void unlessAtLeast(String what, long acknowledged, long stored) {
        if (stored < acknowledged) {
            throw new VoidRunException(what, acknowledged, stored);
        }
    }
}
