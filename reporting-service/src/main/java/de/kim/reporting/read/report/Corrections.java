package de.kim.reporting.read.report;

import de.kim.reporting.read.report.sheet.Cell;
import de.kim.reporting.read.report.sheet.ReportSheets;
import de.kim.reporting.read.report.sheet.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What facts that came after the closing of a quarter changed in its figures.
 *
 * @param size how many events the ledger has now
 */
public record Corrections(ClosedQuarter closed, long size, List<Correction> corrections) {
    private static final String NONE = "none";

    /**
     * One figure that is another one now.
     *
     * @param then as it was told: a number, {@code hidden}, or {@code none}
     * @param now likewise
     */
    public record Correction(String table, String group, String figure, String then, String now) {}

    private record Place(String table, String group, String figure) {}

    public Corrections {
        corrections = List.copyOf(corrections);
    }

    static Corrections between(
            ClosedQuarter closed, ReportSheets then, long size, ReportSheets now) {
        Map<Place, String> before = cells(then);
        Map<Place, String> after = cells(now);
        Map<Place, String> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        List<Correction> corrections = new ArrayList<>();
        for (Place place : all.keySet()) {
            String was = before.getOrDefault(place, NONE);
            String is = after.getOrDefault(place, NONE);
            if (!was.equals(is)) {
                corrections.add(
                        new Correction(place.table(), place.group(), place.figure(), was, is));
            }
        }
        return new Corrections(closed, size, corrections);
    }

    private static Map<Place, String> cells(ReportSheets sheets) {
        Map<Place, String> cells = new LinkedHashMap<>();
        for (Sheet sheet : sheets.sheets()) {
            for (Sheet.Row row : sheet.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    cells.put(
                            new Place(sheet.code(), row.code(), sheet.columns().get(i).code()),
                            text(row.cells().get(i)));
                }
            }
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Shown shown -> shown.plain();
            case Cell.Hidden hidden -> "hidden";
            case Cell.None none -> NONE;
        };
    }
}
