package de.kim.reporting.read.report.sheet;

import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The counts of a closed quarter for everybody: what the report shows, without the tables about
 * single partners, for the providers of the network are not named in public.
 *
 * @param root of the ledger that the counts rest on, Base64
 */
public record OpenData(String quarter, long size, String root, List<Line> lines) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("quarter", "table", "group", "figure", "value", "state")
                    .get();

    private static final Set<String> NO_COUNTS =
            Set.of("median", "mean", "p90", "estimatedMedian", "estimatedP90", "atRiskAtMedian");

    /**
     * One count.
     *
     * @param value empty when there is none to show
     * @param state shown, hidden, none, or withheld of a whole table
     */
    public record Line(String table, String group, String figure, String value, String state) {}

    public OpenData {
        lines = List.copyOf(lines);
    }

    public static OpenData of(String quarter, long size, String root, ReportSheets sheets) {
        List<Line> lines = new ArrayList<>();
        sheets.sheets().stream().filter(OpenData::isOpen).forEach(sheet -> add(sheet, lines));
        return new OpenData(quarter, size, root, lines);
    }

    private static void add(Sheet sheet, List<Line> lines) {
        if (sheet.withheld()) {
            lines.add(new Line(sheet.code(), "", "", "", "withheld"));
        }
        for (Row row : sheet.rows()) {
            for (int i = 0; isOpen(sheet, row) && i < row.cells().size(); i++) {
                Column column = sheet.columns().get(i);
                if (isCount(column)) {
                    Cell cell = row.cells().get(i);
                    lines.add(
                            new Line(
                                    sheet.code(),
                                    row.code(),
                                    column.code(),
                                    cell.plain(),
                                    SheetsCsv.state(cell)));
                }
            }
        }
    }

    /** Tables by partner stay in the network. */
    static boolean isOpen(Sheet sheet) {
        return !sheet.code().startsWith("provider")
                && !sheet.code().startsWith("referringBody")
                && sheet.columns().stream().anyMatch(OpenData::isCount);
    }

    private static boolean isOpen(Sheet sheet, Row row) {
        return !row.code().startsWith("provider/")
                && !row.code().startsWith("body/")
                && (!sheet.code().equals("utilisation") || row.code().equals("total"));
    }

    static boolean isCount(Column column) {
        String code = column.code();
        return !NO_COUNTS.contains(code)
                && !code.endsWith("Rate")
                && !code.startsWith("waitingTime")
                && !code.startsWith("accessTime");
    }

    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Line line : lines) {
                printer.printRecord(
                        quarter,
                        line.table(),
                        line.group(),
                        line.figure(),
                        line.value(),
                        line.state());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
