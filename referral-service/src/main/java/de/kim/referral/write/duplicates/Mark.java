package de.kim.referral.write.duplicates;

/**
 * Something by which a person may be known again.
 *
 * @param text normalised, so that equal means the same; it leaves memory as a keyed hash only
 */
public record Mark(MarkKind kind, String text) {
    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Mark[" + kind + "]";
    }
}
