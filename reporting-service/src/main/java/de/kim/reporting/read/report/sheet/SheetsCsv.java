package de.kim.reporting.read.report.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * All tables in one file (RFC 4180), a figure a line, by codes: the same in every language. {@code
 * state} says whether the value is shown, hidden, or there is none.
 */
final class SheetsCsv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader("table", "group", "figure", "value", "state")
                    .get();

    /** What begins a formula, in full width too. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private SheetsCsv() {}

    static String of(ReportSheets sheets) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter lines = new CSVPrinter(text, FORMAT)) {
            for (ReportSheets.Fact fact : sheets.facts()) {
                lines.printRecord("report", "", fact.code(), text(fact.plain()), "shown");
            }
            for (Sheet sheet : sheets.sheets()) {
                print(sheet, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(Sheet sheet, CSVPrinter lines) throws IOException {
        if (sheet.withheld()) {
            lines.printRecord(sheet.code(), "", "", "", "withheld");
        }
        for (Sheet.Row row : sheet.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                Cell cell = row.cells().get(i);
                lines.printRecord(
                        sheet.code(),
                        text(row.code()),
                        sheet.columns().get(i).code(),
                        cell.plain(),
                        state(cell));
            }
        }
    }

    static String state(Cell cell) {
        return switch (cell) {
            case Cell.Shown shown -> "shown";
            case Cell.Hidden hidden -> "hidden";
            case Cell.None none -> "none";
        };
    }

    /** What others wrote is text also where a spreadsheet would take it for a formula. */
    private static String text(String written) {
        return !written.isEmpty() && FORMULA.indexOf(written.charAt(0)) >= 0
                ? "'" + written
                : written;
    }
}
