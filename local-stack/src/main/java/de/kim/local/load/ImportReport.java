package de.kim.local.load;

import de.kim.local.load.RowResult.Outcome;
import java.util.List;

/**
 * What became of a file.
 *
 * @param dryRun whether the services were only asked what they would do
 * @param rows by line
 */
public record ImportReport(String file, Kind kind, boolean dryRun, List<RowResult> rows) {
    public ImportReport {
        rows = List.copyOf(rows);
    }

    /** How many rows a service has now: taken this time or before. */
    public int taken() {
        return rows.size() - rejected().size();
    }

    /** How many of them it had before. */
    public int alreadyThere() {
        return (int) rows.stream().filter(row -> row.outcome() == Outcome.ALREADY_THERE).count();
    }

    /** The rows that were not taken. */
    public List<Rejected> rejected() {
        return rows.stream()
                .filter(row -> row.outcome() == Outcome.REFUSED)
                .map(row -> new Rejected(row.line(), row.why()))
                .toList();
    }
}
