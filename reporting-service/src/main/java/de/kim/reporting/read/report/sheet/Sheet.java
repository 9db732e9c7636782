package de.kim.reporting.read.report.sheet;

import java.util.List;

/**
 * One table of the report.
 *
 * @param code its name for programs
 * @param definition what its figures mean, in the words that stand beside it
 * @param of what a row is
 * @param withheld whether there are no rows because hiding some cells would not be enough
 * @param charted which columns stand in the picture beside it; none when there is none
 */
public record Sheet(
        String code,
        Words title,
        Words definition,
        Words of,
        List<Column> columns,
        List<Row> rows,
        boolean withheld,
        List<Integer> charted) {

    /** What stands below each other. */
    public record Column(String code, Words title) {}

    /** What stands beside each other: a cell a column. */
    public record Row(String code, Words title, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        charted = List.copyOf(charted);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)) {
            throw new IllegalArgumentException("a row of " + code + " has not a cell a column");
        }
    }

    boolean isCharted() {
        return !charted.isEmpty() && !rows.isEmpty();
    }
}
