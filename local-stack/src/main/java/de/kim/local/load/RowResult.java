package de.kim.local.load;

/**
 * What became of one row.
 *
 * @param line where it stands, counted from 1; for JSON the number of the object
 * @param id of what was made of it; empty when nothing was, or it has none
 * @param why the refusal's code and sentence; empty when it was not refused
 */
public record RowResult(int line, Outcome outcome, String id, String why) {
    /** In a dry run: what would become of it. */
    public enum Outcome {
        TAKEN,
        /** An earlier import of the same row was taken; nothing was done this time. */
        ALREADY_THERE,
        REFUSED
    }

    static RowResult refused(int line, String why) {
        return new RowResult(line, Outcome.REFUSED, "", why);
    }
}
